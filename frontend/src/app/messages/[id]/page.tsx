// One conversation of one's own.
import { notFound } from "next/navigation";
import { TalkView } from "@/features/chat/inbox/talk-view";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return <TalkView key={id} id={Number(id)} />;
}
