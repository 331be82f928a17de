// A ticket's code for the door.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { TicketScreen } from "@/features/orders/ticket-screen";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Ticket" };

export default async function TicketPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <TicketScreen key={id} id={Number(id)} />
    </Gate>
  );
}
