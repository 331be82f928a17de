// The ways between the pages of selling: lots, events, halls.
"use client";
import { usePathname } from "next/navigation";
import { Segmented } from "@/components/ui/segmented";

const ways = [
  { href: "/sell", label: "List a lot", isIn: (path: string) => path === "/sell" || /^\/sell\/\d+$/.test(path) },
  { href: "/sell/events", label: "Events", isIn: (path: string) => path.startsWith("/sell/events") },
  { href: "/sell/halls", label: "Halls", isIn: (path: string) => path.startsWith("/sell/halls") },
];

export function SellingWays() {
  const path = usePathname();
  return (
    <div className="page-column pt-4">
      <Segmented label="Selling" className="border-b border-hairline" segments={ways.map(({ href, label, isIn }) => ({ href, label, isCurrent: isIn(path) }))} />
    </div>
  );
}
