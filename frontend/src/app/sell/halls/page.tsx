// The halls one has drawn.
import type { Metadata } from "next";
import { MyHalls } from "@/features/seat-maps/halls/my-halls";
import { Skeleton } from "@/components/ui/skeleton";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "My halls" };

export default function HallsPage() {
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <MyHalls />
    </Gate>
  );
}
