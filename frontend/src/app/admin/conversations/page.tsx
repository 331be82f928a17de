// The office: all conversations, and the help desk at a glance.
import type { Metadata } from "next";
import { ConversationsOffice } from "@/features/chat/office/conversations-office";

export const metadata: Metadata = { title: "Conversations" };

export default function Page() {
  return <ConversationsOffice />;
}
