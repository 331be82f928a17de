// A concert's poster, or one set from its words where there is no picture.
"use client";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import type { TicketSale } from "@/lib/api/tickets";
import { ownPicture } from "./wording";

/** Paper and ink of a poster that is only type; the number of the event chooses. */
const papers = ["bg-wax-wash", "bg-laurel-wash", "bg-amber-wash", "bg-plate"] as const;

type PosterSale = Pick<TicketSale, "id" | "title" | "organizer" | "location" | "start_time" | "cover_image">;

function TypePoster({ sale, className }: { sale: PosterSale; className?: string }) {
  const size = sale.title.length > 48 ? "text-[10cqw]" : sale.title.length > 22 ? "text-[13cqw]" : "text-[18cqw]";
  return (
    <div aria-hidden className={classNames("@container grid", className, papers[sale.id % papers.length])}>
      <div className="m-[3.5cqw] grid grid-cols-1 grid-rows-[auto_1fr_auto] overflow-hidden border border-ink p-[5cqw] text-center">
        <p className="truncate border-b border-ink pb-[2.5cqw] text-[3.6cqw] font-semibold tracking-[0.11em] uppercase">{sale.organizer || "One evening"}</p>
        <p className={classNames("self-center py-[3cqw] font-display leading-[0.95] font-semibold text-balance break-words italic", size)}>{sale.title}</p>
        <p className="border-t border-ink pt-[2.5cqw] text-[4cqw] leading-snug">
          <Moment iso={sale.start_time} style="day" className="block font-semibold" />
          <span className="block truncate">{sale.location || "\u00a0"}</span>
        </p>
      </div>
    </div>
  );
}

export function Poster({ sale, isFirst, className }: { sale: PosterSale; isFirst?: boolean; className?: string }) {
  const [isBroken, setBroken] = useState(false);
  const picture = ownPicture(sale.cover_image);
  if (!picture || isBroken) return <TypePoster sale={sale} className={className} />;
  return (
    <img
      src={picture}
      alt=""
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : undefined}
      decoding="async"
      onError={() => setBroken(true)}
      className={classNames("bg-plate object-cover", className)}
    />
  );
}
