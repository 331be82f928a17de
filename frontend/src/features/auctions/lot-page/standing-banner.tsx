// Where the viewer stands, in one line nobody can miss: leading, outbid, won, lost.
"use client";
import Link from "next/link";
import { HammerMark, PaddleMark } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { useMoney } from "@/lib/house/house-context";
import type { LotState } from "../lot-state";
import type { Standing } from "../wording";

export function StandingBanner({ standing, state }: { standing: Standing; state: LotState }) {
  const money = useMoney();
  switch (standing) {
    case "none":
      return null;
    case "leading":
      return (
        <Notice tone="good" role="status" title={<span className="flex items-center gap-2"><PaddleMark className="size-5" /> You are leading</span>}>
          Your {money(state.currentPrice)} is the highest bid.
        </Notice>
      );
    case "outbid":
      return (
        <Notice tone="bad" role="alert" title="You have been outbid">
          It stands at {money(state.currentPrice)}. To lead again, bid {money(state.nextMin)} or more.
        </Notice>
      );
    case "won":
      return (
        <Notice tone="good" role="alert" title={<span className="flex items-center gap-2"><HammerMark className="strikes size-6" /> The lot is yours</span>}>
          The hammer fell at {money(state.currentPrice)}. How to pay and collect stands among{" "}
          <Link href="/me/won" className="underline underline-offset-4">
            the lots you won
          </Link>
          .
        </Notice>
      );
    case "lost":
      return (
        <Notice role="alert" title={state.status === "sold" ? "The lot went to another bidder" : state.status === "unsold" ? "The lot was not sold" : "The lot was withdrawn"}>
          {state.status === "sold" ? `It was sold at ${money(state.currentPrice)}.` : "Your bid binds you to nothing."}
        </Notice>
      );
  }
}
