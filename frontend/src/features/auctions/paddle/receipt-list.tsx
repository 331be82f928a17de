// The receipts kept on this device, to show later that a bid was counted honestly.
"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Moment, useIsBrowser } from "@/components/ui/moment";
import { browserDisk } from "@/lib/commands/safe-storage";
import { useMoney } from "@/lib/house/house-context";
import { useUser } from "@/lib/session/session-context";
import { ReceiptCheck } from "../proof/receipt-check";
import { readReceipts } from "./receipts";

export function ReceiptList() {
  const user = useUser();
  const money = useMoney();
  const isBrowser = useIsBrowser();
  const receipts = isBrowser && user ? readReceipts(browserDisk(), user.id) : [];
  if (receipts.length === 0) return null;
  const save = () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(receipts, null, 2)], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: "saleroom-receipts.json" });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <section aria-labelledby="receipts-heading" className="mt-12">
      <div className="double-rule flex flex-wrap items-baseline justify-between gap-4 pt-3">
        <h2 id="receipts-heading" className="text-head">
          Receipts on this device
        </h2>
        <Button size="small" tone="line" onClick={save}>
          Save as a file
        </Button>
      </div>
      <p className="mt-2 max-w-(--measure) text-ink-soft">
        Each accepted bid left its seal here. Checking one asks the house for that bid, computes its seal in this browser and compares: it fits only if the bid, and the seal of what came before it, are what they were then.
      </p>
      <ul className="mt-3 text-small">
        {receipts.slice(0, 20).map((receipt) => (
          <li key={receipt.commandId} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-hairline py-2">
            <span>
              <Link href={`/lots/${receipt.lotId}`} className="font-semibold underline decoration-hairline underline-offset-4">
                Lot {receipt.lotId}
              </Link>{" "}
              · {money(receipt.amount)} · place {receipt.seq}
            </span>
            <Moment iso={receipt.keptAt} className="text-ink-soft" />
            <span className="col-span-2 truncate font-mono text-ink-soft">{receipt.hash}</span>
            <div className="col-span-2 mt-2">
              <ReceiptCheck receipt={receipt} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
