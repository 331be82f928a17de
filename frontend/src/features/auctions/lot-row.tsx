// One lot as a line of a ledger: small plate, number and title, and what matters on this page.
import Link from "next/link";
import type { ReactNode } from "react";
import type { Lot } from "@/lib/api/types";
import { Picture } from "./picture";
import { platesOf } from "./plates";

export function LotRow({ lot, children, aside }: { lot: Lot; children?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-start gap-x-4 gap-y-2 border-b border-hairline py-4 sm:grid-cols-[6rem_minmax(0,1fr)_auto] sm:items-center">
      <Picture src={platesOf(lot)[0]?.small ?? null} alt="" number={lot.id} className="aspect-[4/3] w-full border border-hairline [&>svg]:size-6 [&>span]:hidden" />
      <div className="min-w-0">
        <p className="lot-number">Lot {lot.id}</p>
        <Link href={`/lots/${lot.id}`} className="font-display text-title leading-tight font-semibold wrap-anywhere hover:underline hover:decoration-1 hover:underline-offset-4">
          {lot.title}
        </Link>
        {children ? <div className="mt-1 text-ink-soft">{children}</div> : null}
      </div>
      {aside ? <div className="col-start-2 sm:col-start-3 sm:text-right">{aside}</div> : null}
    </div>
  );
}
