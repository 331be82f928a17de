// One's messages, for signed-in people only.
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { Inbox } from "@/features/chat/inbox/inbox";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Messages" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Gate waiting={<div className="page-column py-8"><Skeleton className="h-72" /></div>}>
      <Inbox>{children}</Inbox>
    </Gate>
  );
}
