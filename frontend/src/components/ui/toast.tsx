// Short messages over any page: polite by default, assertive when one's own lead is lost.
"use client";
import { type ReactNode, createContext, useContext, useEffect, useRef, useState } from "react";
import { createStore, useStore } from "zustand";
import { classNames } from "./class-names";
import { CrossMark } from "./marks";

export interface Toast {
  id: number;
  tone: "plain" | "good" | "bad";
  title: string;
  text?: string;
  action?: ReactNode;
  isUrgent?: boolean;
}

interface ToastState {
  toasts: Toast[];
  show: (toast: Omit<Toast, "id">) => void;
  hide: (id: number) => void;
}

const toastsMax = 3;
const shownMs = 12_000;

function createToastStore() {
  let lastId = 0;
  return createStore<ToastState>()((set) => ({
    toasts: [],
    show: (toast) => set((state) => ({ toasts: [...state.toasts, { ...toast, id: (lastId += 1) }].slice(-toastsMax) })),
    hide: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
  }));
}

const ToastContext = createContext<ReturnType<typeof createToastStore> | null>(null);

function useToastStore() {
  const store = useContext(ToastContext);
  if (!store) throw new Error("no ToastProvider above");
  return store;
}

/** The function that shows a toast; stable over renders. */
export function useToast(): ToastState["show"] {
  return useStore(useToastStore(), (state) => state.show);
}

const edges = { plain: "border-ink", good: "border-laurel", bad: "border-wax" };

function ToastSlip({ toast, onHide }: { toast: Toast; onHide: () => void }) {
  const hide = useRef(onHide);
  useEffect(() => {
    hide.current = onHide;
  });
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => hide.current(), shownMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <li
      className={classNames("arrives pointer-events-auto flex items-start gap-3 border-l-4 bg-sheet py-3 pr-2 pl-4 shadow-lift", edges[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="min-w-0 grow">
        <p className="font-semibold">{toast.title}</p>
        {toast.text ? <p className="text-small text-ink-soft">{toast.text}</p> : null}
        {toast.action ? <div className="mt-2">{toast.action}</div> : null}
      </div>
      <button type="button" onClick={onHide} aria-label="Dismiss" className="grid size-9 shrink-0 place-items-center text-ink-soft hover:text-ink">
        <CrossMark className="size-4" />
      </button>
    </li>
  );
}

function Shelf() {
  const store = useToastStore();
  const { toasts, hide } = useStore(store);
  const groups = [
    { live: "assertive" as const, list: toasts.filter((toast) => toast.isUrgent) },
    { live: "polite" as const, list: toasts.filter((toast) => !toast.isUrgent) },
  ];
  return (
    <section aria-label="Messages" className="pointer-events-none fixed inset-x-3 bottom-3 z-50 grid gap-2 sm:left-auto sm:w-96">
      {groups.map((group) => (
        <ul key={group.live} aria-live={group.live} className="grid gap-2">
          {group.list.map((toast) => (
            <ToastSlip key={toast.id} toast={toast} onHide={() => hide(toast.id)} />
          ))}
        </ul>
      ))}
    </section>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createToastStore);
  return (
    <ToastContext value={store}>
      {children}
      <Shelf />
    </ToastContext>
  );
}
