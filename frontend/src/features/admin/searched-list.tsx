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
  /** What else narrows the list, beside the search; `name` says which list it makes. */
  filter?: ReactNode;
  /** What will stand here once there is something. */
  promise?: string;
  read: (q: string, page: number) => Promise<Page<T>>;
  children: (items: T[], reload: () => void) => ReactNode;
}

export function SearchedList<T>({ name, what, searchLabel, filter, promise, read, children }: SearchedListProps<T>) {
  const [typed, setTyped] = useState("");
  const [turned, setTurned] = useState({ name, page: 0 });
  // Another list begins at its first page.
  const page = turned.name === name ? turned.page : 0;
  const setPage = (to: number) => setTurned({ name, page: to });
  const q = useDeferredValue(typed.trim());
  const view = useDoor(`${name}|${q}|${page}`, () => read(q, page));
  return (
    <>
      {searchLabel ? (
        <div className="mb-4 grid gap-4 sm:grid-cols-[minmax(0,28rem)_auto] sm:justify-start">
          <Field
            label={searchLabel}
            type="search"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setPage(0);
            }}
          />
          {filter}
        </div>
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
