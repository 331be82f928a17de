// Reads the price to screen readers: politely, and at most once per five seconds however fast the bids come.
"use client";
import { useEffect, useRef, useState } from "react";
import { useMoney } from "@/lib/house/house-context";
import type { LotState } from "../lot-state";
import { bidderWords } from "../wording";

const everyMs = 5_000;

export function Announcer({ state, userId }: { state: LotState; userId: number | null }) {
  const money = useMoney();
  const [said, setSaid] = useState("");
  const lastAt = useRef(0);
  const lastPrice = useRef(state.currentPrice);
  const bid = state.bids[0];
  const who = bid ? ` by ${bidderWords(bid, userId)}` : "";
  const text = `${money(state.currentPrice)}${who}. ${state.bidCount} ${state.bidCount === 1 ? "bid" : "bids"}.`;
  useEffect(() => {
    if (state.currentPrice === lastPrice.current) return;
    const waitMs = Math.max(0, lastAt.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      lastPrice.current = state.currentPrice;
      setSaid(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text, state.currentPrice]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
