// The halls one has drawn, to sell seats in.
"use client";
import Link from "next/link";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { sentence } from "@/lib/api/problem";
import type { ListedHall } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { newCommandId } from "@/lib/commands/command-id";
import { fetchMyHalls, removeHall } from "./hall-calls";

function holds(hall: ListedHall): string {
  return [hall.seats ? `${hall.seats} seats` : null, hall.standing ? `${hall.standing} standing` : null].filter(Boolean).join(", ");
}

function Remove({ hall, onClose, onDone }: { hall: ListedHall; onClose: () => void; onDone: () => void }) {
  const [commandId] = useState(newCommandId);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog isOpen onClose={onClose} title={`Throw “${hall.name}” away?`}>
      <p className="text-ink-soft">Events that are listed keep the hall they were listed with.</p>
      {problem ? <Notice tone="bad" role="alert" title={problem} /> : null}
      <Button tone="danger" onClick={() => removeHall(hall.id, commandId).then(onDone, (error: unknown) => setProblem(sentence(error)))}>
        Throw away
      </Button>
    </Dialog>
  );
}

export function MyHalls() {
  const view = useDoor("my-halls", fetchMyHalls);
  const [removed, setRemoved] = useState<ListedHall | null>(null);
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title="My halls" action={<ButtonLink href="/sell/halls/new">Draw a hall</ButtonLink>}>
        Seats are sold in a hall; an event keeps its own copy of it.
      </PageHead>
      <Door view={view} what="The list of your halls">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No hall yet" action={<ButtonLink href="/sell/halls/new">Draw a hall</ButtonLink>}>
              So many rows of so many seats are drawn in a moment. Events without seats need no hall.
            </Empty>
          ) : (
            <ul>
              {items.map((hall) => (
                <li key={hall.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-hairline py-4">
                  <div>
                    <Link href={`/sell/halls/${hall.id}`} className="font-display text-title font-semibold hover:underline hover:underline-offset-4">
                      {hall.name}
                    </Link>
                    <p className="text-ink-soft">{holds(hall)}</p>
                  </div>
                  <div className="flex gap-2">
                    <ButtonLink size="small" tone="line" href={`/sell/events/new?hall=${hall.id}`}>
                      Sell an event here
                    </ButtonLink>
                    <Button size="small" tone="danger" onClick={() => setRemoved(hall)} aria-label={`Throw ${hall.name} away`}>
                      Throw away
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Door>
      {removed ? (
        <Remove
          hall={removed}
          onClose={() => setRemoved(null)}
          onDone={() => {
            setRemoved(null);
            view.reload();
          }}
        />
      ) : null}
    </div>
  );
}
