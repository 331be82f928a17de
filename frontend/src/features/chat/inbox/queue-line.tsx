// How long one's turn may take: the place in the queue, and who is there to answer.
"use client";
import { useEffect, useState } from "react";
import { fetchPlace } from "../chat-calls";
import type { Talk } from "../talk-state";
import type { Place } from "../types";

const againMs = 20_000;

/** The place is told over the line at each change; who is there is asked now and then. */
export function usePlace(talk: Talk | null): Place | null {
  const [place, setPlace] = useState<{ id: number; place: Place } | null>(null);
  const id = talk?.info.id ?? null;
  const isWaiting = talk?.info.status === "pending";
  const told = talk?.place ?? null;
  const assignee = talk?.info.assignee_id ?? null;
  useEffect(() => {
    if (id === null || !isWaiting) return;
    let isGone = false;
    const ask = () => void fetchPlace(id).then((answer) => !isGone && setPlace({ id, place: answer })).catch(() => undefined);
    ask();
    const timer = setInterval(ask, againMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [id, isWaiting, told, assignee]);
  return isWaiting && place?.id === id ? { ...place.place, position: told ?? place.place.position } : null;
}

export function placeWords({ position, agents_online: online }: Place): string {
  const agents = online === 0 ? "Nobody is at the desk just now; an answer comes here, and by mail." : online === 1 ? "One agent is at the desk." : `${online} agents are at the desk.`;
  if (position === null) return online === 0 ? agents : "An agent has your question.";
  return position === 1 ? `You are next. ${agents}` : `You are no. ${position} in the queue. ${agents}`;
}

export function QueueLine({ talk }: { talk: Talk }) {
  const place = usePlace(talk);
  if (!place) return null;
  return (
    <p role="status" className="border-l-4 border-amber bg-amber-wash px-3 py-2 text-small">
      {placeWords(place)}
    </p>
  );
}
