// Reads to screen readers how the sale stands: politely, and at most once per five seconds however fast it sells.
"use client";
import { useEffect, useRef, useState } from "react";
import type { SalePhase } from "../sale-state";
import { leftWords, phaseWords } from "../wording";

const everyMs = 5_000;

export function Announcer({ left, phase }: { left: number; phase: SalePhase }) {
  const [said, setSaid] = useState("");
  const text = phase === "open" ? `On sale, ${leftWords(left)}.` : `${phaseWords[phase]}.`;
  const lastText = useRef(text);
  const lastAt = useRef(0);
  useEffect(() => {
    if (text === lastText.current) return;
    const waitMs = Math.max(0, lastAt.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      lastText.current = text;
      setSaid(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
