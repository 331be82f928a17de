// What an open page shows of a thing: as the server rendered it, and read again when its room says that it may be another.
"use client";
import { useEffect, useState } from "react";

/** Everybody in a room hears of an edit in the same moment; their readings are spread over this time. */
const spreadMs = 1_500;

interface Thing {
  id: number;
  server_time: string;
}

/** `edition` is 0 for the rendered one, and another number with each change since; `read` is the same function each time. */
export function useFresh<T extends Thing>(rendered: T, edition: number, read: (id: number) => Promise<T>): T {
  const [fresh, setFresh] = useState(rendered);
  const { id } = rendered;
  useEffect(() => {
    if (edition === 0) return;
    let isGone = false;
    const timer = setTimeout(() => {
      // Without an answer the page stays as it is: the next edit, or coming back to the tab, reads again.
      read(id).then((thing) => !isGone && setFresh(thing)).catch(() => undefined);
    }, Math.random() * spreadMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, edition, read]);
  return fresh.id === id && Date.parse(fresh.server_time) > Date.parse(rendered.server_time) ? fresh : rendered;
}
