// Says on every page that the network is gone, and keeps whoever presses a link from the browser's own empty page.
"use client";
import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { useToast } from "@/components/ui/toast";
import { browserWorld } from "@/lib/realtime/ports";

/** Pages of one lot or one event say it themselves, beside their price; nobody needs to read it twice. */
const saysItself = /^\/(lots|events)\/\d+$/;

function useIsOffline(): boolean {
  return useSyncExternalStore(
    (changed) => browserWorld.network.subscribe(changed),
    () => !browserWorld.network.isOnline(),
    () => false,
  );
}

/** Links of this house that would open in this tab. */
function ownLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  return link && link.origin === window.location.origin && link.target !== "_blank" && !link.download && !link.getAttribute("href")?.startsWith("#") ? link : null;
}

export function OfflineLine() {
  const isOffline = useIsOffline();
  const path = usePathname();
  const isTold = isOffline && !saysItself.test(path);
  const toast = useToast();
  useEffect(() => {
    if (!isOffline) return;
    const stay = (event: MouseEvent) => {
      if (!ownLink(event)) return;
      event.preventDefault();
      event.stopPropagation();
      toast({ tone: "plain", title: "That page is not on this device", text: "Press again when the network is back; this page stays as it is." });
    };
    document.addEventListener("click", stay, true);
    return () => document.removeEventListener("click", stay, true);
  }, [isOffline, toast]);
  return (
    <p role="status" className={isTold ? "sticky top-0 z-20 border-b border-amber bg-amber-wash px-(--gutter) py-2 text-center text-small font-semibold text-amber" : "sr-only"}>
      {isTold ? "You are offline. Prices and times are as they last stood." : null}
    </p>
  );
}
