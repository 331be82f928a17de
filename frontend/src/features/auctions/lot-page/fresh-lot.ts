// The words and pictures of an open lot page, and why the lot was cancelled: as the server rendered them, and read again when the room says they may be others.
"use client";
import { useEffect, useState } from "react";
import type { Lot } from "@/lib/api/types";
import { fetchLot } from "../lot-calls";

/** Everybody in a room hears of an edit in the same moment; their readings are spread over this time. */
const spreadMs = 1_500;

export function useFreshLot(rendered: Lot, edition: number): Lot {
  const [fresh, setFresh] = useState(rendered);
  const { id } = rendered;
  useEffect(() => {
    if (edition === 0) return;
    let isGone = false;
    const timer = setTimeout(() => {
      // Without an answer the page stays as it is: the next edit, or coming back to the tab, reads again.
      fetchLot(id).then((lot) => !isGone && setFresh(lot)).catch(() => undefined);
    }, Math.random() * spreadMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, edition]);
  return Date.parse(fresh.server_time) > Date.parse(rendered.server_time) ? fresh : rendered;
}
