// The office, for administrators only.
import type { ReactNode } from "react";
import { Empty } from "@/components/ui/empty";
import { SectionPage } from "@/components/ui/section-page";
import { Skeleton } from "@/components/ui/skeleton";
import { adminPages } from "@/features/admin/admin-pages";
import { Gate } from "@/lib/session/gate";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <SectionPage title="The office" label="Office" pages={adminPages}>
      <Gate waiting={<Skeleton className="h-72" />} role="admin" refused={<Empty level={1} title="Staff only">This door opens for administrators. Nothing behind it is about you.</Empty>}>
        {children}
      </Gate>
    </SectionPage>
  );
}
