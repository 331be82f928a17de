// One's own pages, for signed-in people only.
import type { ReactNode } from "react";
import { SectionPage } from "@/components/ui/section-page";
import { Skeleton } from "@/components/ui/skeleton";
import { mePages } from "@/features/accounts/me-pages";
import { Gate } from "@/lib/session/gate";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <SectionPage title="My paddle" label="Personal area" pages={mePages}>
      <Gate waiting={<Skeleton className="h-72" />}>
        {children}
      </Gate>
    </SectionPage>
  );
}
