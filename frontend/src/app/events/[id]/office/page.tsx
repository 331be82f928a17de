// The box office of one event.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { OfficeView } from "@/features/box-office/office-view";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Box office" };

export default async function OfficePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <OfficeView key={id} id={Number(id)} />
    </Gate>
  );
}
