// Puts together what every page needs, outermost first: house, clock, session, messages, live rooms, one's paddle, one's conversations.
"use client";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";
import { FavouritesProvider } from "@/features/auctions/favourites-context";
import { RoomsProvider } from "@/features/auctions/live/rooms-context";
import { PaddleProvider, useOutbidCount } from "@/features/auctions/paddle/paddle-context";
import { HelpPlace, HelpWay } from "@/features/chat/help/help-way";
import { HelpProvider } from "@/features/chat/help/help-context";
import { ChatProvider, useUnread } from "@/features/chat/live/chat-context";
import { Footer } from "@/features/shell/footer";
import { Masthead } from "@/features/shell/masthead";
import { OfflineLine } from "@/features/shell/offline-line";
import { UnansweredLine } from "@/features/shell/unanswered-line";
import type { User } from "@/lib/api/types";
import { ClockProvider } from "@/lib/clock/clock-context";
import { HouseProvider } from "@/lib/house/house-context";
import { PageThingProvider } from "@/lib/house/page-thing";
import { SessionProvider } from "@/lib/session/session-context";
import { pressKinds } from "./press-kinds";

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-sheet focus:px-4 focus:py-2">
        Skip to the page
      </a>
      <Masthead outbidCount={useOutbidCount()} unread={useUnread()} help={<HelpWay />} />
      <OfflineLine />
      <UnansweredLine makeKinds={pressKinds} />
      <main id="main" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <Footer />
      <HelpPlace />
    </div>
  );
}

interface ProvidersProps {
  user: User | null;
  canRenew: boolean;
  currency: string;
  renderedAt: number;
  children: ReactNode;
}

export function Providers({ user, canRenew, currency, renderedAt, children }: ProvidersProps) {
  return (
    <HouseProvider house={{ currency }}>
      <ClockProvider renderedAt={renderedAt}>
        <SessionProvider user={user} canRenew={canRenew}>
          <ToastProvider>
            <RoomsProvider>
              <FavouritesProvider>
                <PaddleProvider>
                  <PageThingProvider>
                    <ChatProvider>
                      <HelpProvider>
                        <Frame>{children}</Frame>
                      </HelpProvider>
                    </ChatProvider>
                  </PageThingProvider>
                </PaddleProvider>
              </FavouritesProvider>
            </RoomsProvider>
          </ToastProvider>
        </SessionProvider>
      </ClockProvider>
    </HouseProvider>
  );
}
