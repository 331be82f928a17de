// Changing a lot of one's own.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { ChangeLot } from "@/features/selling/change-lot";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Change a lot" };

export default async function ChangeLotPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <ChangeLot id={Number(id)} />
    </Gate>
  );
}
