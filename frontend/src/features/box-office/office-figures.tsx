// The figures of a sale as it runs: each kind of ticket by where its places are, and the sums.
"use client";
import { Price } from "@/components/ui/price";
import { Tag } from "@/components/ui/tag";
import type { Office, OfficeType, TicketType } from "@/lib/api/tickets";
import { countedOnce } from "@/lib/seating/counted-once";

/** Where the places of one kind are, as one bar: sold, being paid, held; the rest is free. */
function Bar({ type }: { type: OfficeType }) {
  const share = (count: number) => `${type.size ? (100 * count) / type.size : 0}%`;
  return (
    <div aria-hidden className="flex h-2.5 w-full overflow-hidden border border-edge bg-sheet">
      <span className="bg-ink" style={{ width: share(type.sold) }} />
      <span className="bg-amber" style={{ width: share(type.pending) }} />
      <span className="bg-edge" style={{ width: share(type.held) }} />
    </div>
  );
}

const columns: [keyof OfficeType, string][] = [["size", "Places"], ["sold", "Sold"], ["pending", "Being paid"], ["held", "Held"], ["free", "Free"], ["checked_in", "Inside"]];

/** On a phone a kind of ticket is a few lines; a table of seven columns would be read through a keyhole. */
function Cards({ types }: { types: readonly OfficeType[] }) {
  return (
    <ul aria-label="Places by kind of ticket" className="border-t-2 border-ink sm:hidden">
      {types.map((type) => (
        <li key={type.id} className="grid gap-1.5 border-b border-hairline py-3">
          <p className="flex justify-between gap-3 font-semibold">
            {type.name}
            <span>
              {type.sold} <span className="font-normal text-ink-soft">of {type.size} sold</span>
            </span>
          </p>
          <Bar type={type} />
          <p className="text-small text-ink-soft">
            {[type.pending ? `${type.pending} being paid` : null, type.held ? `${type.held} held` : null, `${type.free} free`, type.checked_in ? `${type.checked_in} inside` : null].filter(Boolean).join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}

const shared = new Set<keyof OfficeType>(["size", "free"]);

/** `kinds` say which of them share their places. */
export function OfficeFigures({ office, kinds }: { office: Office; kinds: readonly TicketType[] }) {
  const of = (id: number, column: keyof OfficeType) => Number(office.types.find((type) => type.id === id)?.[column] ?? 0);
  const sum = (column: keyof OfficeType) =>
    shared.has(column) ? countedOnce(kinds, (kind) => of(kind.id, column)) : office.types.reduce((total, type) => total + Number(type[column]), 0);
  return (
    <div className="grid gap-8">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,7rem),1fr))] gap-x-6 gap-y-5 border-y border-hairline py-5 sm:grid-cols-4">
        <div>
          <dt className="text-small text-ink-soft">Takings</dt>
          <dd className="text-lot leading-tight font-semibold">
            <Price amount={office.takings_cents / 100} isLarge />
          </dd>
        </div>
        <div>
          <dt className="text-small text-ink-soft">Sold</dt>
          <dd className="text-lot leading-tight font-semibold">
            {sum("sold")}
            <span className="text-lead font-normal text-ink-soft"> of {sum("size")}</span>
          </dd>
        </div>
        <div>
          <dt className="text-small text-ink-soft">Orders</dt>
          <dd className="text-lot leading-tight font-semibold">
            {office.orders}
            <span className="text-lead font-normal text-ink-soft"> · {office.rate_per_minute} a minute</span>
          </dd>
        </div>
        <div>
          <dt className="text-small text-ink-soft">Audit</dt>
          <dd className="pt-1.5">{office.audit_ok ? <Tag tone="good">It adds up</Tag> : <Tag tone="live">Does not add up</Tag>}</dd>
        </div>
      </dl>
      <Cards types={office.types} />
      <div className="overflow-x-auto max-sm:hidden" tabIndex={0} role="region" aria-label="Places by kind of ticket">
        <table className="w-full min-w-2xl text-right">
          <caption className="sr-only">Places by kind of ticket</caption>
          <thead>
            <tr className="border-b-2 border-ink text-small text-ink-soft">
              <th scope="col" className="py-2 text-left font-semibold">
                Ticket
              </th>
              {columns.map(([column, words]) => (
                <th key={column} scope="col" className="py-2 pl-4 font-semibold whitespace-nowrap">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {office.types.map((type) => (
              <tr key={type.id} className="border-b border-hairline">
                <th scope="row" className="grid min-w-44 gap-1.5 py-3 text-left">
                  {type.name}
                  <Bar type={type} />
                </th>
                {columns.map(([column]) => (
                  <td key={column} className="py-3 pl-4">
                    {type[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" className="py-3 text-left">
                In all
              </th>
              {columns.map(([column]) => (
                <td key={column} className="py-3 pl-4">
                  {sum(column)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-soft">
        {(["bg-ink", "bg-amber", "bg-edge", "bg-sheet"] as const).map((tone, n) => (
          <span key={tone} className="flex items-center gap-2">
            <span aria-hidden className={`size-3 border border-edge ${tone}`} />
            {["sold", "being paid", "held", "free"][n]}
          </span>
        ))}
      </p>
    </div>
  );
}
