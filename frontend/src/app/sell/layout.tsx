// What one may sell: the ways between lots, events and halls above each page of it.
import type { ReactNode } from "react";
import { SellingWays } from "@/features/shell/selling-ways";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <SellingWays />
      {children}
    </>
  );
}
