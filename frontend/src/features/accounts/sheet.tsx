// The sheet of paper on which account forms are printed.
import type { ReactNode } from "react";
import { PaddleMark } from "@/components/ui/marks";

export function Sheet({ title, lead, children, foot }: { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <div className="page-column grid place-items-center py-10 sm:py-16">
      <section className="w-full max-w-md border border-hairline border-t-4 border-t-wax-solid bg-sheet p-6 sm:p-9">
        <PaddleMark className="size-9 text-wax" />
        <h1 className="mt-3 text-head">{title}</h1>
        {lead ? <p className="mt-2 text-ink-soft">{lead}</p> : null}
        <div className="mt-6">{children}</div>
        {foot ? <div className="mt-6 border-t border-hairline pt-4 text-body">{foot}</div> : null}
      </section>
    </div>
  );
}

export const linkLook = "font-semibold underline decoration-edge underline-offset-4 hover:decoration-ink";
