// Putting on an event.
import type { Metadata } from "next";
import { Skeleton } from "@/components/ui/skeleton";
import { Gate } from "@/lib/session/gate";
import { NewSaleWithHall } from "../with-hall";

export const metadata: Metadata = { title: "Put on an event" };

export default async function NewEventPage({ searchParams }: { searchParams: Promise<{ hall?: string | string[] }> }) {
  const hall = (await searchParams).hall;
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <NewSaleWithHall hallId={typeof hall === "string" && /^\d{1,12}$/.test(hall) ? hall : null} />
    </Gate>
  );
}
