// A page with a title and a row of sibling pages: the personal area and the office.
"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Segmented } from "./segmented";

export function SectionPage({ title, label, pages, children }: { title: string; label: string; pages: { href: string; label: string }[]; children: ReactNode }) {
  const path = usePathname();
  return (
    <div className="page-column pb-20">
      <p className="pt-8 font-display text-head font-semibold italic">{title}</p>
      <Segmented label={label} className="border-b border-hairline" segments={pages.map((page) => ({ ...page, isCurrent: path === page.href }))} />
      <div className="pt-8">{children}</div>
    </div>
  );
}

export function PageHead({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-lot">{title}</h1>
        {children ? <p className="mt-2 max-w-(--measure) text-ink-soft">{children}</p> : null}
      </div>
      {action}
    </header>
  );
}
