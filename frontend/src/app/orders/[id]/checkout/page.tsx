// Paying for what is held.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Skeleton } from "@/components/ui/skeleton";
import { Checkout } from "@/features/orders/checkout";
import { Gate } from "@/lib/session/gate";

export const metadata: Metadata = { title: "Pay" };

export default async function CheckoutPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  return (
    <Gate waiting={<Skeleton className="page-column my-12 h-72" />}>
      <Checkout key={id} id={Number(id)} />
    </Gate>
  );
}
