// What the marks on the map mean: one line a ticket type with its price, then the states a seat can be in.
import type { ReactNode } from "react";
import { Price } from "@/components/ui/price";
import { type SeatOffer, pricesOf } from "@/lib/seating/seat-picking";
import { type TypeLook, looksOf } from "./seat-look";

function Swatch({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 20 20" className="size-4 shrink-0" aria-hidden>
      {children}
    </svg>
  );
}

function TypeSwatch({ look }: { look: TypeLook }) {
  const tone = `var(--${look.tone})`;
  return (
    <Swatch>
      {look.fill === "ring" ? <circle cx="10" cy="10" r="7" fill="var(--sheet)" stroke={tone} strokeWidth="3" /> : <circle cx="10" cy="10" r="8.5" fill={tone} />}
      {look.fill === "dot" ? <circle cx="10" cy="10" r="3" fill="var(--sheet)" /> : null}
    </Swatch>
  );
}

const states: [string, ReactNode][] = [
  ["Chosen", <g key="c"><circle cx="10" cy="10" r="9" fill="var(--wax-solid)" /><path d="M6 10l3 3 5-6" stroke="var(--on-wax)" strokeWidth="2.2" fill="none" /></g>],
  ["Yours", <g key="y"><circle cx="10" cy="10" r="8" fill="var(--sheet)" stroke="var(--wax-solid)" strokeWidth="2.2" /><path d="M6 10l3 3 5-6" stroke="var(--wax-solid)" strokeWidth="2.2" fill="none" /></g>],
  ["Held by somebody", <g key="h"><circle cx="10" cy="10" r="7" fill="none" stroke="var(--edge)" strokeWidth="1.6" /><circle cx="10" cy="10" r="2.2" fill="var(--edge)" /></g>],
  ["Sold", <path key="s" d="M6 6l8 8M14 6l-8 8" stroke="var(--edge)" strokeWidth="1.8" />],
  ["Not for sale", <path key="n" d="M5 10h10" stroke="var(--edge)" strokeWidth="1.8" />],
];

interface LegendProps {
  offerOfZone: ReadonlyMap<string, SeatOffer>;
  hasAccessible: boolean;
  /** Of a hall that is only looked at: no prices, no states. */
  isPlain?: boolean;
}

export function Legend({ offerOfZone, hasAccessible, isPlain }: LegendProps) {
  const looks = looksOf(offerOfZone);
  const offers = [...new Map([...offerOfZone.values()].map((offer) => [offer.typeId, offer])).values()];
  return (
    <div className="grid gap-2 text-small">
      <ul aria-label="Seats by ticket" className="flex flex-wrap gap-x-5 gap-y-1.5">
        {offers.map((offer) => (
          <li key={offer.typeId} className="flex items-center gap-2">
            <TypeSwatch look={looks.get(offer.typeId)!} />
            <span className="flex flex-wrap gap-x-3">
              {pricesOf(offer).map(({ typeId, name, price }) => (
                <span key={typeId}>
                  <span className="font-semibold">{name}</span>
                  {isPlain ? null : <span className="pl-2 text-ink-soft">{price === 0 ? "free" : <Price amount={price} />}</span>}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <ul aria-label="States of a seat" className="flex flex-wrap gap-x-5 gap-y-1.5 text-ink-soft empty:hidden">
        {(isPlain ? [] : states).map(([name, mark]) => (
          <li key={name} className="flex items-center gap-2">
            <Swatch>{mark}</Swatch>
            {name}
          </li>
        ))}
        {hasAccessible ? (
          <li className="flex items-center gap-2">
            <Swatch>
              <rect x="2.5" y="2.5" width="15" height="15" fill="var(--ink)" />
            </Swatch>
            Square: wheelchair place or its companion
          </li>
        ) : null}
      </ul>
    </div>
  );
}
