// "Ask the seller" on a lot, "Ask the organiser" on an event: opens the panel about it, as it stands on screen.
"use client";
import { Button } from "@/components/ui/button";
import { LetterMark } from "@/components/ui/marks";
import type { PageThing } from "@/lib/house/page-thing";
import { useUser } from "@/lib/session/session-context";
import { useAsk } from "./help/help-context";

interface AskSellerProps {
  /** The thing as the server printed it; where the page follows it live, the newer seq counts. */
  thing: PageThing;
  sellerId: number;
  className?: string;
}

export function AskSeller({ thing, sellerId, className }: AskSellerProps) {
  const user = useUser();
  const ask = useAsk();
  // Nobody talks to himself.
  if (user?.id === sellerId) return null;
  return (
    <Button tone="line" size="small" className={className} onClick={() => ask("seller", thing)}>
      <LetterMark className="size-5" />
      {thing.about === "lot" ? "Ask the seller" : "Ask the organiser"}
    </Button>
  );
}
