// Shows a reading in whatever state it is: grey paper, the thing itself, not open yet, or failed.
"use client";
import type { ReactNode } from "react";
import type { DoorView } from "@/lib/api/use-door";
import { Button } from "./button";
import { NotAvailable } from "./empty";
import { Notice } from "./notice";
import { Skeleton } from "./skeleton";

export function Door<T>({ view, what, children }: { view: DoorView<T>; what: string; children: (data: T) => ReactNode }) {
  switch (view.state.kind) {
    case "loading":
      return (
        <div role="status" aria-label={`${what}: loading`} className="grid gap-3 py-4">
          {[0, 1, 2].map((n) => (
            <Skeleton key={n} className="h-16" />
          ))}
        </div>
      );
    case "missing":
      return <NotAvailable what={what} />;
    case "failed":
      return (
        <Notice tone="bad" role="alert" title={`${what} could not be read`}>
          <p>{view.state.reason}</p>
          <Button size="small" tone="line" className="mt-3" onClick={view.reload}>
            Try again
          </Button>
        </Notice>
      );
    case "ready":
      return children(view.state.data);
  }
}
