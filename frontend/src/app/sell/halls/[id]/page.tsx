// Changing a hall.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { ChangeHall } from "@/features/seat-maps/halls/hall-workshop";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Change a hall" };

export default async function HallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <ChangeHall key={id} id={Number(id)} />
    </Gate>
  );
}
