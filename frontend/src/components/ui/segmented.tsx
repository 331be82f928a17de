// A row of links of which one is current: filters, sections, pages of a ledger.
"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { classNames } from "./class-names";

export interface Segment {
  href: string;
  label: string;
  isCurrent: boolean;
  count?: number;
}

export function Segmented({ label, segments, className }: { label: string; segments: Segment[]; className?: string }) {
  const row = useRef<HTMLElement>(null);
  const current = segments.find((segment) => segment.isCurrent)?.href;
  // On a phone the row is longer than the screen: where one is must be in sight.
  useEffect(() => {
    const link = row.current?.querySelector("[aria-current]");
    if (!row.current || !link) return;
    const [whole, part] = [row.current.getBoundingClientRect(), link.getBoundingClientRect()];
    row.current.scrollLeft += part.left + part.width / 2 - (whole.left + whole.width / 2);
  }, [current]);
  return (
    <nav ref={row} aria-label={label} className={classNames("-mx-1 overflow-x-auto px-1", className)}>
      <ul className="flex gap-x-4 sm:gap-x-6">
        {segments.map((segment) => (
          <li key={segment.href}>
            <Link
              href={segment.href}
              aria-current={segment.isCurrent ? "page" : undefined}
              scroll={false}
              className={classNames(
                "inline-flex min-h-11 items-center gap-1.5 border-b-2 whitespace-nowrap transition-colors duration-(--quick)",
                segment.isCurrent ? "border-wax font-semibold text-ink" : "border-transparent text-ink-soft hover:border-hairline hover:text-ink",
              )}
            >
              {segment.label}
              {segment.count ? <span className="text-small text-ink-soft">{segment.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
