// "(1) Outbid" in front of the tab's title until one has looked.
"use client";
import { useEffect } from "react";
import { useStore } from "zustand";
import type { PaddleStore } from "./paddle-store";

const badge = /^\(\d+\) Outbid · /;

export function TitleBadge({ store }: { store: PaddleStore }) {
  const count = useStore(store, (state) => state.outbid.size);
  useEffect(() => {
    const mark = () => {
      const plain = document.title.replace(badge, "");
      const wanted = count > 0 ? `(${count}) Outbid · ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    // Every navigation writes a new title; the badge goes in front of that one too.
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
  return null;
}
