// The door of one event.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { DoorPage } from "@/features/door/door-page";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "At the door" };

export default async function ScanPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  if (!/^\d{1,12}$/.test(eventId)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <DoorPage key={eventId} eventId={Number(eventId)} />
    </Gate>
  );
}
