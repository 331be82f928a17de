// A lot's picture, or an engraved plate with its number where there is none.
"use client";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { HammerMark } from "@/components/ui/marks";

export function Picture({ src, alt, number, isFirst, className }: { src: string | null; alt: string; number: number; isFirst?: boolean; className?: string }) {
  const [isBroken, setBroken] = useState(false);
  if (!src || isBroken) {
    return (
      <div role="img" aria-label={`No picture of lot ${number}`} className={classNames("grid place-content-center justify-items-center gap-1 bg-plate text-ink-soft", className)}>
        <HammerMark className="size-10 opacity-70" />
        <span aria-hidden className="font-display text-head font-semibold italic">
          {number}
        </span>
      </div>
    );
  }
  return (
    <img
      src={src}
      alt={alt}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : undefined}
      decoding="async"
      onError={() => setBroken(true)}
      className={classNames("bg-plate object-cover", className)}
    />
  );
}
