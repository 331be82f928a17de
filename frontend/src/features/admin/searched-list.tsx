// A searchable list with pages: the frame of every ledger in the office.
"use client";
import { type ReactNode, useDeferredValue, useState } from "react";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { PageTurner } from "@/components/ui/page-turner";
import type { Page } from "@/lib/api/types";
import { useDoor } from "@/lib/api/use-door";
import { pageSize } from "./admin-calls";

interface SearchedListProps<T> {
  name: string;
  what: string;
  searchLabel?: string;
  /** What will stand here once there is something. */
  promise?: string;
  read: (q: string, page: number) => Promise<Page<T>>;
  children: (items: T[], reload: () => void) => ReactNode;
}

export function SearchedList<T>({ name, what, searchLabel, promise, read, children }: SearchedListProps<T>) {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(0);
  const q = useDeferredValue(typed.trim());
  const view = useDoor(`${name}|${q}|${page}`, () => read(q, page));
  return (
    <>
      {searchLabel ? (
        <Field
          label={searchLabel}
          type="search"
          className="mb-4 max-w-md"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(0);
          }}
        />
      ) : null}
      <Door view={view} what={what}>
        {({ items, total }) => (
          <>
            {items.length === 0 ? <Empty title={q ? `Nothing found for “${q}”` : "Nothing here yet"}>{q ? null : promise}</Empty> : children(items, view.reload)}
            <PageTurner page={page} size={pageSize} total={total} onTurn={setPage} />
          </>
        )}
      </Door>
    </>
  );
}
