// Lets only the people of the door through to it: scanners, the organiser, administrators.
"use client";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { useDoor } from "@/lib/api/use-door";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import { fetchSale } from "./door-calls";
import { DoorView } from "./door-view";

export function DoorPage({ eventId }: { eventId: number }) {
  const user = useUser();
  const view = useDoor(`door-${eventId}`, () => fetchSale(eventId));
  if (!user) return null;
  return (
    <Door view={view} what="The event">
      {(sale) =>
        hasRole(user, "scanner") || hasRole(user, "admin") || user.id === sale.organizer_id ? (
          <DoorView sale={sale} userId={user.id} />
        ) : (
          <Empty level={1} title="Staff only" action={<ButtonLink href={`/events/${eventId}`} tone="line">To the event</ButtonLink>}>
            Tickets are checked by scanners and by the organiser. Your own code is among your tickets.
          </Empty>
        )
      }
    </Door>
  );
}
