// The queue of requests: paused, resumed, or served by hand so many at a time.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Stepper } from "@/components/ui/stepper";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { Office } from "@/lib/api/tickets";
import { newCommandId } from "@/lib/commands/command-id";
import { type QueueAct, actOnQueue } from "./box-office-calls";

export function OfficeQueue({ saleId, queue, className, onDone }: { saleId: number; queue: Office["queue"]; className?: string; onDone: () => void }) {
  const toast = useToast();
  const [count, setCount] = useState(1);
  const [isBusy, setBusy] = useState(false);
  const act = (wish: QueueAct, done: string) => {
    setBusy(true);
    actOnQueue(saleId, wish, newCommandId())
      .then(
        () => {
          toast({ tone: "good", title: done });
          onDone();
        },
        (error: unknown) => toast({ tone: "bad", title: "The queue stays as it is", text: sentence(error) }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <section aria-labelledby="queue-heading" className={classNames("grid content-start gap-4 self-start border border-hairline bg-sheet p-5", className)}>
      <h2 id="queue-heading" className="text-title">
        Queue
      </h2>
      <p>
        <span className="font-semibold">{queue.paused ? "Paused" : "Running"}</span>, {queue.waiting === 1 ? "1 request waits" : `${queue.waiting} requests wait`}.
      </p>
      <dl className="grid grid-cols-2 gap-x-4 border-y border-hairline py-2">
        {([["VIP lane", queue.vip], ["Regular lane", queue.regular]] as const).map(([name, length]) => (
          <div key={name}>
            <dt className="text-small text-ink-soft">{name}</dt>
            <dd className="text-head leading-tight font-semibold">{length}</dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-ink-soft">{queue.paused ? "Who presses “Join the queue” waits until you let him through." : "Requests are served at once. Pause, and they wait in their lanes until you let them through."}</p>
      <div className="flex flex-wrap gap-2">
        {queue.paused ? (
          <Button size="small" disabled={isBusy} onClick={() => act({ action: "resume" }, "The queue runs again")}>
            Resume
          </Button>
        ) : (
          <Button size="small" tone="line" disabled={isBusy} onClick={() => act({ action: "pause" }, "The queue is paused")}>
            Pause
          </Button>
        )}
      </div>
      {queue.paused ? (
        <div className="flex flex-wrap items-center gap-2">
          <Stepper label="How many to serve" value={count} min={1} max={100} onChange={setCount} />
          <Button size="small" tone="line" disabled={isBusy || queue.waiting === 0} onClick={() => act({ action: "serve", count }, count === 1 ? "One request was served" : `${count} requests were served`)}>
            Serve now
          </Button>
        </div>
      ) : null}
    </section>
  );
}
