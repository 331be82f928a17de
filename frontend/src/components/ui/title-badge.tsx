// "(1) Outbid" in front of the tab's title; badges of several features stand side by side, each minding its own.
"use client";
import { useEffect } from "react";

const leading = /^(?:\(\d+\) \S+ · )*/;
const one = /\(\d+\) (\S+) · /g;

/** The title with the badge `word` at `count`; 0 takes it away. The order is the alphabet's, so that badges never fight. */
export function titled(title: string, word: string, count: number): string {
  const marks = leading.exec(title)?.[0] ?? "";
  const others = [...marks.matchAll(one)].filter(([, other]) => other !== word).map(([mark]) => ({ mark, word: /\) (\S+)/.exec(mark)?.[1] ?? "" }));
  const all = count > 0 ? [...others, { mark: `(${count}) ${word} · `, word }] : others;
  return all.sort((a, b) => (a.word < b.word ? -1 : 1)).map(({ mark }) => mark).join("") + title.slice(marks.length);
}

export function TitleBadge({ word, count }: { word: string; count: number }) {
  useEffect(() => {
    const mark = () => {
      const wanted = titled(document.title, word, count);
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    // Every navigation writes a new title; the badge goes in front of that one too.
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [word, count]);
  return null;
}
