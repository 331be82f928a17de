// Listing a lot.
import type { Metadata } from "next";
import { Skeleton } from "@/components/ui/skeleton";
import { ListLot } from "@/features/selling/list-lot-form";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "List a lot" };

export default function SellPage() {
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <ListLot />
    </Gate>
  );
}
