// Changing an event of one's own.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { Gate } from "@/lib/session/gate";
import { ChangeSaleWithHall } from "../with-hall";

export const metadata: Metadata = { title: "Change an event" };

export default async function ChangeEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <ChangeSaleWithHall key={id} id={Number(id)} />
    </Gate>
  );
}
