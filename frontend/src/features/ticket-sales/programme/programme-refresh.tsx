// Asks the server for the list again now and then while it is looked at: cards without a socket stay true as well.
"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 30_000;

export function ProgrammeRefresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
