// The lists of the desk beside the conversation.
import { type ReactNode, Suspense } from "react";
import { DeskFrame } from "@/features/chat/desk/desk-frame";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <DeskFrame>{children}</DeskFrame>
    </Suspense>
  );
}
