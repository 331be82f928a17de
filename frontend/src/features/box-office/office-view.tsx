// The box office of one event: what is sold, held and free at this moment, the takings, the orders, the queue.
"use client";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import type { TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import { fetchOffice, fetchOwnSale } from "./box-office-calls";
import { CancelDialog } from "./cancel-dialog";
import { FailedRefunds } from "./failed-refunds";
import { OfficeFigures } from "./office-figures";
import { OfficeOrders } from "./office-orders";
import { OfficeQueue } from "./office-queue";

const lookEveryMs = 2_000;

function Desk({ sale, onCancelled }: { sale: TicketSale; onCancelled: () => void }) {
  const view = useDoor(`office-${sale.id}`, () => fetchOffice(sale.id));
  const { reload } = view;
  const [isCancelling, setCancelling] = useState(false);
  const isSelling = sale.status === "scheduled" || sale.status === "on_sale";
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) reload();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <>
      <PageHead
        title={sale.title}
        action={
          <div className="flex flex-wrap gap-2">
            <ButtonLink size="small" tone="line" href={`/events/${sale.id}`}>
              To the event
            </ButtonLink>
            <ButtonLink size="small" tone="line" href={`/scan/${sale.id}`}>
              At the door
            </ButtonLink>
            {sale.has_hall && isSelling ? (
              <ButtonLink size="small" tone="line" href={`/sell/events/${sale.id}#house-seats`}>
                House seats
              </ButtonLink>
            ) : null}
            {sale.status === "cancelled" ? null : (
              <>
                <ButtonLink size="small" tone="line" href={`/sell/events/${sale.id}`}>
                  Change
                </ButtonLink>
                <Button size="small" tone="danger" onClick={() => setCancelling(true)}>
                  Call off
                </Button>
              </>
            )}
          </div>
        }
      >
        Box office · <Moment iso={sale.start_time} />
      </PageHead>
      <Door view={view} what="The box office">
        {(office) => (
          <div className="grid gap-10">
            {sale.status === "cancelled" ? <Notice tone="warn" title="This event was cancelled">Orders are being undone and refunded.</Notice> : null}
            {office.audit_ok ? null : (
              <Notice tone="bad" role="alert" title="The figures do not add up">
                Free, held, paid and sold places must together be all places. Tell the operator before selling on.
              </Notice>
            )}
            <FailedRefunds saleId={sale.id} refunds={office.failed_refunds} byHand={office.refunds_by_hand} onSettled={reload} />
            <OfficeFigures office={office} kinds={sale.ticket_types} />
            <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(17rem,1fr)]">
              <OfficeOrders saleId={sale.id} round={office.seq} />
              <OfficeQueue className={office.queue.waiting ? "max-lg:order-first" : undefined} saleId={sale.id} queue={office.queue} onDone={reload} />
            </div>
          </div>
        )}
      </Door>
      {isCancelling ? (
        <CancelDialog
          id={sale.id}
          title={sale.title}
          onClose={() => setCancelling(false)}
          onDone={() => {
            setCancelling(false);
            reload();
            onCancelled();
          }}
        />
      ) : null}
    </>
  );
}

export function OfficeView({ id }: { id: number }) {
  const user = useUser();
  const view = useDoor(`office-sale-${id}`, () => fetchOwnSale(id));
  return (
    <div className="page-column pt-8 pb-20">
      <Door view={view} what="The event">
        {(sale) =>
          user && (user.id === sale.organizer_id || hasRole(user, "admin")) ? (
            <Desk sale={sale} onCancelled={view.reload} />
          ) : (
            <Empty level={1} title="Staff only" action={<ButtonLink href={`/events/${id}`} tone="line">To the event</ButtonLink>}>
              The box office opens for the organiser and for administrators.
            </Empty>
          )
        }
      </Door>
    </div>
  );
}
