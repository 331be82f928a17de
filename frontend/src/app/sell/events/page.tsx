// The events one organises.
import type { Metadata } from "next";
import { Skeleton } from "@/components/ui/skeleton";
import { MySales } from "@/features/box-office/my-sales";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "My events" };

export default function MyEventsPage() {
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <MySales />
    </Gate>
  );
}
