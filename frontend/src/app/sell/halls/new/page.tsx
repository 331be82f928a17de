// Drawing a hall.
import type { Metadata } from "next";
import { Skeleton } from "@/components/ui/skeleton";
import { NewHall } from "@/features/seat-maps/halls/hall-workshop";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Draw a hall" };

export default async function NewHallPage({ searchParams }: { searchParams: Promise<{ for?: string | string[] }> }) {
  // Whoever comes from the form of an event goes back there with the hall.
  const isForEvent = (await searchParams).for === "event";
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <NewHall next={isForEvent ? "/sell/events/new" : null} />
    </Gate>
  );
}
