// Keeps a conversation at its end while one is there, and where one reads when older or newer messages come.
"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

const nearPx = 60;

interface ScrollView {
  pane: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/** `firstSeq` and `lastKey` tell at which end something was added. */
export function useScroll(talkKey: string, firstSeq: number, lastKey: string): ScrollView {
  const pane = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const before = useRef({ talkKey: "", firstSeq: 0, height: 0, isAtEnd: true });
  const toEnd = useCallback(() => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const box = pane.current;
    if (!box) return;
    before.current.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
    setAtEnd(before.current.isAtEnd);
  }, []);
  useLayoutEffect(() => {
    const box = pane.current;
    if (!box) return;
    const last = before.current;
    const isOther = last.talkKey !== talkKey;
    if (isOther || last.isAtEnd) box.scrollTop = box.scrollHeight;
    else if (firstSeq < last.firstSeq) box.scrollTop += box.scrollHeight - last.height;
    before.current = { talkKey, firstSeq, height: box.scrollHeight, isAtEnd: isOther || last.isAtEnd };
  }, [talkKey, firstSeq, lastKey]);
  return { pane, isAtEnd, onScroll, toEnd };
}
