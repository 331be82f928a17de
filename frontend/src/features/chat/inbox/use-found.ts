// Lists of conversations that the house found, kept fresh by what the line tells meanwhile.
"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { sentence } from "@/lib/api/problem";
import { type Wanted, findTalks } from "../chat-calls";
import { newestFirst } from "../chat-store";
import { useChat, useChatLine } from "../live/chat-context";
import type { Talk } from "../talk-state";

export interface Found {
  talks: Talk[];
  /** How many there are in all, beyond the page that was read. */
  count: number;
  isLoading: boolean;
  failure: string | null;
  reload: () => void;
}

/**
 * Reads what is `wanted` and follows it. `belongs` says which of the known conversations stand in this list, so that one
 * that changes comes and goes by itself; null for a search, which the house alone answers.
 */
export function useFound(wanted: Wanted | null, belongs: ((talk: Talk) => boolean) | null): Found {
  const line = useChatLine();
  const known = useChat((state) => state.talks);
  const [found, setFound] = useState<{ key: string; ids: number[]; count: number } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const key = JSON.stringify(wanted);
  const newest = useRef(wanted);
  useEffect(() => {
    newest.current = wanted;
  });
  useEffect(() => {
    const asked = newest.current;
    if (!line || !asked) return;
    let isGone = false;
    line.reader.learn(findTalks(asked), ({ results }) => results).then(
      ({ results, count }) => {
        if (isGone) return;
        setFound({ key, ids: results.map(({ id }) => id), count });
        setFailure(null);
      },
      (error: unknown) => !isGone && setFailure(sentence(error)),
    );
    return () => {
      isGone = true;
    };
  }, [line, key, round]);
  const isFresh = found?.key === key;
  const talks = useMemo(() => {
    const ids = new Set(isFresh ? found.ids : []);
    return newestFirst([...known.values()].filter((talk) => (belongs ? belongs(talk) : ids.has(talk.info.id))));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `belongs` follows from `key`
  }, [known, found, isFresh, key]);
  return { talks, count: isFresh ? found.count : talks.length, isLoading: !isFresh, failure, reload: useCallback(() => setRound((n) => n + 1), []) };
}
