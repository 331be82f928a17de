// The help desk's console, for agents and administrators only.
import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { Empty } from "@/components/ui/empty";
import { Skeleton } from "@/components/ui/skeleton";
import { DeskProvider } from "@/features/chat/desk/desk-context";
import { DeskFrame } from "@/features/chat/desk/desk-frame";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Help desk" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Gate
      role="agent"
      waiting={<div className="page-column py-8"><Skeleton className="h-72" /></div>}
      refused={<Empty level={1} title="Staff only">This door opens for those who answer for the help desk. Your own questions are among your messages.</Empty>}
    >
      <DeskProvider>
        <Suspense>
          <DeskFrame>{children}</DeskFrame>
        </Suspense>
      </DeskProvider>
    </Gate>
  );
}
