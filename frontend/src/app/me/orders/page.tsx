// What one has ordered at the box office.
import type { Metadata } from "next";
import { Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { MyOrders } from "@/features/orders/my-orders";

export const metadata: Metadata = { title: "My orders" };

export default function Page() {
  return (
    <Suspense fallback={<Skeleton className="h-72" />}>
      <MyOrders />
    </Suspense>
  );
}
