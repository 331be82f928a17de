// The page of the test payment provider: no money moves, and every way a payment can go is one press.
"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { sentence } from "@/lib/api/problem";
import type { TestOutcome } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { fetchTestPayment, settleTestPayment } from "./order-calls";

const outcomes: [TestOutcome, string, string][] = [
  ["succeed", "Pay", "The payment goes through at once."],
  ["refuse", "Refuse", "As a card without cover does: another attempt may follow."],
  ["delay", "Pay, but tell the house later", "The answer comes after a while, perhaps after the hold."],
  ["twice", "Pay, and tell the house twice", "As providers do on a bad line: it must count once."],
  ["keep", "Pay, but send nothing back", "As with a card that has expired since: every refund is refused, and the organiser has to pay another way."],
];

export function TestTill({ token }: { token: string }) {
  const router = useRouter();
  const view = useDoor(`payment-${token}`, () => fetchTestPayment(token));
  const [busy, setBusy] = useState<TestOutcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const settle = (outcome: TestOutcome, order: number) => {
    setBusy(outcome);
    setProblem(null);
    settleTestPayment(token, outcome).then(
      () => router.push(`/orders/${order}`),
      (error: unknown) => {
        setBusy(null);
        setProblem(sentence(error));
      },
    );
  };
  return (
    <div className="page-column grid max-w-2xl gap-6 py-12">
      <Notice tone="warn" title="This is a test till">
        No money moves here and no card is asked for. A house that sells in earnest connects its own payment provider in this place.
      </Notice>
      <Door view={view} what="The payment">
        {(payment) => {
          const order = payment.order_id;
          return (
            <section aria-label="Payment" className="grid gap-6 border-2 border-dashed border-edge bg-sheet p-5 sm:p-8">
              <header className="grid gap-1 text-center">
                <p className="eyebrow text-ink-soft">Test payment</p>
                <h1 className="text-lot">{payment.event}</h1>
                <p className="text-lot font-semibold">
                  <Price amount={payment.amount_cents / 100} isLarge />
                </p>
              </header>
              {problem ? <Notice tone="bad" role="alert" title={problem} /> : null}
              {payment.status === "open" ? null : (
                <Notice title={`This payment was ${payment.status === "refused" ? "refused" : "made"} already`}>
                  <Link href={`/orders/${order}`} className="underline underline-offset-4">
                    See how the order stands
                  </Link>
                </Notice>
              )}
              <ul className="grid gap-4">
                {outcomes.map(([outcome, words, meaning]) => (
                  <li key={outcome} className="grid gap-1">
                    <Button tone={outcome === "succeed" ? "wax" : "line"} wide isBusy={busy === outcome} busyText="One moment…" disabled={busy !== null} aria-describedby={`means-${outcome}`} onClick={() => settle(outcome, order)}>
                      {words}
                    </Button>
                    <p id={`means-${outcome}`} className="text-small text-ink-soft">
                      {meaning}
                    </p>
                  </li>
                ))}
              </ul>
              <ButtonLink tone="quiet" href={`/orders/${order}/checkout`}>
                Back without paying
              </ButtonLink>
            </section>
          );
        }}
      </Door>
    </div>
  );
}
