// The lots one has won, each with what happens now.
"use client";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { fetchWonLots } from "../lot-calls";
import { LotRow } from "../lot-row";

const usual = "The seller has been told that you won. As soon as he has written down how to pay and collect, it stands here; until then there is nothing to do.";

function Terms({ heading, text }: { heading: string; text: string }) {
  if (!text) return null;
  return (
    <>
      <h3 className="eyebrow mt-3 font-sans text-ink-soft">{heading}</h3>
      <p className="whitespace-pre-line">{text}</p>
    </>
  );
}

export function WonLots() {
  const view = useDoor("won", fetchWonLots);
  const money = useMoney();
  return (
    <>
      <PageHead title="Won">The hammer fell for you. This is what happens now.</PageHead>
      <Door view={view} what="The list of lots you won">
        {({ items: won }) => {
          if (won.length === 0) {
            return (
              <Empty title="Nothing won yet" action={<ButtonLink href="/">See what is on</ButtonLink>}>
                When the hammer falls for you, the lot moves here together with how to pay and collect.
              </Empty>
            );
          }
          return (
            <ul>
              {won.map(({ lot, price, payment_text, collection_text }) => (
                <li key={lot.id} className="mb-4">
                  <LotRow lot={lot} aside={<p className="text-title font-semibold">{money(price)}</p>}>
                    Hammer fell <Moment iso={lot.end_time} />
                  </LotRow>
                  <Notice tone="good" title="What happens now" className="mt-3">
                    <Terms heading="Payment" text={payment_text} />
                    <Terms heading="Collection" text={collection_text} />
                    {payment_text || collection_text ? null : <p>{usual}</p>}
                  </Notice>
                </li>
              ))}
            </ul>
          );
        }}
      </Door>
    </>
  );
}
