// Pictures and files on their way into a conversation: kept first, then said; a retry uses the same key.
"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { sentence } from "@/lib/api/problem";
import { newCommandId } from "@/lib/commands/command-id";
import { upload } from "../chat-calls";
import type { ChatLine } from "../live/chat-line";
import type { Place } from "../live/saying";

export interface Uploading {
  key: string;
  file: File;
  preview: string | null;
  /** Why it did not work; null while it is on its way. */
  reason: string | null;
  again: () => void;
  discard: () => void;
}

/** Drawings with scripts in them are files, whatever a browser would show. */
export function kindOfFile(file: Pick<File, "type">): "image" | "file" {
  return /^image\/(?:png|jpeg|webp|gif|avif)$/.test(file.type) ? "image" : "file";
}

export function useUploads(line: ChatLine | null, place: Place): { uploads: Uploading[]; add: (files: Iterable<File>) => void } {
  const [uploads, setUploads] = useState<Uploading[]>([]);
  const newest = useRef(place);
  const previews = useRef(new Set<string>());
  useEffect(() => {
    newest.current = place;
  });
  useEffect(() => {
    const open = previews.current;
    return () => open.forEach((preview) => URL.revokeObjectURL(preview));
  }, []);

  const add = useCallback(
    (files: Iterable<File>) => {
      if (!line) return;
      const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));
      const begin = (key: string, file: File) => {
        const kind = kindOfFile(file);
        setUploads((all) => all.map((one) => (one.key === key ? { ...one, reason: null } : one)));
        upload(file, kind, key).then(
          (kept) => {
            drop(key);
            line.say({ ...newest.current, content: kept.url, kind, filename: kept.filename });
          },
          (error: unknown) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, reason: sentence(error) } : one))),
        );
      };
      for (const file of files) {
        const key = newCommandId();
        const preview = kindOfFile(file) === "image" ? URL.createObjectURL(file) : null;
        if (preview) previews.current.add(preview);
        setUploads((all) => [...all, { key, file, preview, reason: null, again: () => begin(key, file), discard: () => drop(key) }]);
        begin(key, file);
      }
    },
    [line],
  );
  return { uploads, add };
}
