// "Check this receipt": fetches what the log holds of the bid today and computes its seal in this browser.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/lib/api/problem";
import { useMoney } from "@/lib/house/house-context";
import { useUser } from "@/lib/session/session-context";
import { fetchProof } from "../lot-calls";
import { type KeptReceipt, type Verdict, canCompute, checkReceipt } from "./check-receipt";

type Told = Verdict | { kind: "unasked"; reason: string };

function Words({ told, receipt }: { told: Told; receipt: KeptReceipt }) {
  const money = useMoney();
  switch (told.kind) {
    case "fits":
      return (
        <Notice role="status" tone="good" title="The seal fits">
          Your bid of {money(receipt.amount)}, made <Moment iso={told.at} style="full" />, stands in the log as you made it. This browser computed its seal anew, and it is the one on your receipt. The
          seal covers the seal of everything before it, so no other history of this lot leads to it.
        </Notice>
      );
    case "differs":
      return (
        <Notice role="alert" tone="bad" title="The seal does not fit">
          <p>What the house shows today at place {receipt.seq} of lot {receipt.lotId} is not what your receipt was made from. Keep the receipt, and ask the house why.</p>
          <p className="mt-2 break-all">
            Its seal now: <span className="font-mono text-small">{told.seal}</span>
          </p>
        </Notice>
      );
    case "missing":
      return (
        <Notice role="alert" tone="bad" title="The log shows no such bid of yours">
          At place {receipt.seq} of lot {receipt.lotId} stands no bid of the account that is signed in. Keep the receipt, and ask the house why.
        </Notice>
      );
    case "unasked":
      return (
        <Notice role="status" tone="warn" title="Not checked">
          {told.reason}
        </Notice>
      );
  }
}

export function ReceiptCheck({ receipt }: { receipt: KeptReceipt }) {
  const user = useUser();
  const [told, setTold] = useState<Told | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!user) return null;
  const check = async () => {
    setBusy(true);
    try {
      setTold(canCompute() ? await checkReceipt(receipt, user.id, fetchProof) : { kind: "unasked", reason: "Browsers compute seals on secure pages (https) only; open the saleroom that way to check." });
    } catch (error) {
      setTold({ kind: "unasked", reason: `${sentence(error)} Nothing is known about the receipt; try again.` });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button size="small" tone="line" aria-label={`Check the receipt of place ${receipt.seq}, lot ${receipt.lotId}`} isBusy={isBusy} busyText="Checking…" onClick={() => void check()}>
        Check this receipt
      </Button>
      {told ? <Words told={told} receipt={receipt} /> : null}
    </div>
  );
}
