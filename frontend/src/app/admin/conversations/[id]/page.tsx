// The office: one conversation of others.
import { notFound } from "next/navigation";
import { OfficeTalk } from "@/features/chat/office/office-talk";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return <OfficeTalk key={id} id={Number(id)} />;
}
