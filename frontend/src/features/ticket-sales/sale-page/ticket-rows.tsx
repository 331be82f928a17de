// The kinds of ticket on offer: name, price, how many are left, and how many one would like.
"use client";
import { Price } from "@/components/ui/price";
import { Stepper } from "@/components/ui/stepper";
import { Tag } from "@/components/ui/tag";
import type { TicketType } from "@/lib/api/tickets";
import { orderTicketsMax } from "../buying/pick-plan";
import { type SaleState, leftOf } from "../sale-state";
import { leftWords } from "../wording";

interface TicketRowsProps {
  types: readonly TicketType[];
  state: SaleState;
  seatedTypes: ReadonlySet<number>;
  counts: Readonly<Record<number, number>>;
  seatsChosen: ReadonlyMap<number, number>;
  limitPerPerson: number | null;
  orderMax: number | null;
  canChoose: boolean;
  onCount: (typeId: number, count: number) => void;
}

export function TicketRows({ types, state, seatedTypes, counts, seatsChosen, limitPerPerson, orderMax, canChoose, onCount }: TicketRowsProps) {
  return (
    <ul className="border-t border-hairline">
      {types.map((type) => {
        const left = leftOf(state, type);
        const max = Math.min(left, orderMax ?? orderTicketsMax, limitPerPerson ?? left);
        const chosen = seatsChosen.get(type.id) ?? 0;
        return (
          <li key={type.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-hairline py-3">
            <div className="min-w-0 grow basis-32">
              <p className="flex flex-wrap items-center gap-x-2 font-semibold">
                {type.seat_type}
                {type.lane === "vip" ? <Tag>VIP</Tag> : null}
              </p>
              <p className="text-small text-ink-soft">
                {type.price === 0 ? "free" : <Price amount={type.price} />}
                {" · "}
                <span key={left} className={left === 0 ? undefined : "warms"}>
                  {leftWords(left)}
                </span>
              </p>
            </div>
            {!canChoose || (left === 0 && !counts[type.id]) ? null : seatedTypes.has(type.id) ? (
              <p className="text-small text-ink-soft">{chosen ? `${chosen} chosen` : "choose on the map"}</p>
            ) : (
              <Stepper label={type.seat_type} value={counts[type.id] ?? 0} max={Math.max(max, counts[type.id] ?? 0)} onChange={(count) => onCount(type.id, count)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
