// A lot's picture, or an engraved plate with its number where there is none.
"use client";
import { useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { HammerMark } from "@/components/ui/marks";

/** A picture that is not there may be on its way (a demo house still paints, a line was cut): looked for again after these times. */
const lookAgainMs = [1_500, 3_000, 6_000, 12_000, 24_000, 48_000];

interface PictureProps {
  src: string | null;
  alt: string;
  number: number;
  /** The same picture in several widths, and how wide it is shown: the browser takes the smallest that is sharp. */
  widths?: string | null;
  shownWidth?: string;
  isFirst?: boolean;
  className?: string;
}

export function Picture({ src, ...rest }: PictureProps) {
  return src ? <LoadedPicture key={src} src={src} {...rest} /> : <EmptyPlate {...rest} />;
}

function EmptyPlate({ number, className }: Pick<PictureProps, "number" | "className">) {
  return (
    <div role="img" aria-label={`No picture of lot ${number}`} className={classNames("grid place-content-center justify-items-center gap-1 bg-plate text-ink-soft", className)}>
      <HammerMark className="size-10 opacity-70" />
      <span aria-hidden className="font-display text-head font-semibold italic">
        {number}
      </span>
    </div>
  );
}

function LoadedPicture({ src, alt, number, widths, shownWidth, isFirst, className }: PictureProps & { src: string }) {
  const [isBroken, setBroken] = useState(false);
  const [looks, setLooks] = useState(0);

  useEffect(() => {
    const waitMs = lookAgainMs[looks];
    if (!isBroken || waitMs === undefined) return;
    const probe = new Image();
    probe.onload = () => setBroken(false);
    probe.onerror = () => setLooks((n) => n + 1);
    const timer = setTimeout(() => {
      probe.src = src;
    }, waitMs);
    return () => {
      clearTimeout(timer);
      probe.onload = probe.onerror = null;
    };
  }, [isBroken, looks, src]);

  if (isBroken) return <EmptyPlate number={number} className={className} />;
  return (
    <img
      // The server's picture may have failed before React listened.
      ref={(element) => {
        if (element?.complete && element.naturalWidth === 0) setBroken(true);
      }}
      src={src}
      srcSet={widths ?? undefined}
      sizes={widths ? shownWidth : undefined}
      alt={alt}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : undefined}
      decoding="async"
      onError={() => setBroken(true)}
      className={classNames("bg-plate object-cover", className)}
    />
  );
}
