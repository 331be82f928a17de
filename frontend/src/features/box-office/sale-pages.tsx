// The pages around the form of an event: a new one, and one that is on sale.
"use client";
import { type ReactNode, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { useIsBrowser } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { Skeleton } from "@/components/ui/skeleton";
import type { TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { browserDisk } from "@/lib/commands/safe-storage";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import { fetchOwnSale } from "./box-office-calls";
import type { RenderHall } from "./hall-choice";
import { draftOf, emptySale, readDraft } from "./sale-draft";
import { SaleForm } from "./sale-form";


function NewForm({ userId, hallId, renderHall }: { userId: number; hallId: string | null; renderHall: RenderHall }) {
  const [kept] = useState(() => readDraft(browserDisk(), userId));
  const first = { ...(kept ?? emptySale), ...(hallId ? { seat_map_id: hallId } : {}) };
  return <SaleForm sale={null} writerId={userId} first={first} isOldDraft={kept !== null} renderHall={renderHall} />;
}

export function NewSale({ hallId, renderHall }: { hallId: string | null; renderHall: RenderHall }) {
  // The draft lies on this device, where the server cannot see it.
  const isBrowser = useIsBrowser();
  const user = useUser();
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title="Put on an event">A title, a day and a kind of ticket are enough. The draft stays on this device until the event is listed.</PageHead>
      {isBrowser && user ? <NewForm key={user.id} userId={user.id} hallId={hallId} renderHall={renderHall} /> : <Skeleton className="h-96" />}
    </div>
  );
}

export function ChangeSale({ id, renderHall, renderHouseSeats }: { id: number; renderHall: RenderHall; renderHouseSeats: (sale: TicketSale) => ReactNode }) {
  const view = useDoor(`own-sale-${id}`, () => fetchOwnSale(id));
  const user = useUser();
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title={`Change event ${id}`} action={<ButtonLink href={`/events/${id}/office`} tone="line">Box office</ButtonLink>}>
        Sold tickets stay as they were sold; fewer places than are sold or held are refused.
      </PageHead>
      <Door view={view} what="The event">
        {(sale) => {
          if (!user || (user.id !== sale.organizer_id && !hasRole(user, "admin"))) return <Empty title="Not your event">Only its organiser can change an event.</Empty>;
          if (sale.status === "cancelled") return <Empty title="This event was cancelled">There is nothing to change any more.</Empty>;
          return (
            <>
              <SaleForm key={sale.seq} sale={sale} writerId={user.id} first={draftOf(sale)} isOldDraft={false} renderHall={renderHall} />
              {sale.has_hall && sale.status !== "ended" ? renderHouseSeats(sale) : null}
            </>
          );
        }}
      </Door>
    </div>
  );
}
