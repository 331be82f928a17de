// One conversation at the desk.
import { notFound } from "next/navigation";
import { DeskTalk } from "@/features/chat/desk/desk-talk";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return <DeskTalk key={id} id={Number(id)} />;
}
