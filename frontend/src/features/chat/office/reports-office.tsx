// Reported messages: what somebody complained of, what was said around it, and what is done about it.
"use client";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/section-page";
import { Segmented } from "@/components/ui/segmented";
import { useDoor } from "@/lib/api/use-door";
import { ReportCard } from "./report-card";
import { findReports, pageSize } from "./report-calls";

type State = "open" | "settled";

const promises: Record<State, { title: string; text: string }> = {
  open: { title: "Nobody complains", text: "A message that somebody reports waits here until it is taken away or the complaint is put aside." },
  settled: { title: "Nothing was seen to yet", text: "What was taken away, and complaints that were put aside, are kept here." },
};

function List({ state }: { state: State }) {
  const [page, setPage] = useState(0);
  const view = useDoor(`reports|${state}|${page}`, () => findReports(state, page));
  return (
    <Door view={view} what="The list of reports">
      {({ items, total }) => (
        <>
          {items.length === 0 ? (
            <Empty title={promises[state].title}>{promises[state].text}</Empty>
          ) : (
            <ul className="grid grid-cols-1 gap-5" aria-label="Reports">
              {items.map((report) => (
                <li key={report.message.id}>
                  <ReportCard report={report} onChanged={view.reload} />
                </li>
              ))}
            </ul>
          )}
          {total > pageSize ? (
            <nav aria-label="Pages" className="mt-6 flex items-center justify-between">
              <Button tone="line" size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
                Previous
              </Button>
              <p className="text-small text-ink-soft">
                {page * pageSize + 1}–{Math.min(total, (page + 1) * pageSize)} of {total}
              </p>
              <Button tone="line" size="small" disabled={(page + 1) * pageSize >= total} onClick={() => setPage(page + 1)}>
                Next
              </Button>
            </nav>
          ) : null}
        </>
      )}
    </Door>
  );
}

export function ReportsOffice() {
  const state: State = useSearchParams().get("state") === "settled" ? "settled" : "open";
  return (
    <>
      <PageHead title="Reports">Messages that somebody put before the house. Whatever is done about them is written down among the acts.</PageHead>
      <Segmented
        label="Which reports"
        className="mb-5 border-b border-hairline"
        segments={[
          { href: "/admin/reports", label: "Waiting", isCurrent: state === "open" },
          { href: "/admin/reports?state=settled", label: "Seen to", isCurrent: state === "settled" },
        ]}
      />
      <List key={state} state={state} />
    </>
  );
}
