// The head of every page: the house's name, the ways through it, and who is here.
"use client";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { HammerMark, LetterMark } from "@/components/ui/marks";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useSession } from "@/lib/session/session-context";
import { ThemeButton } from "./theme-button";

function Way({ href, children, isCurrent }: { href: string; children: ReactNode; isCurrent: boolean }) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames("inline-flex min-h-11 items-center gap-2 border-b-2 whitespace-nowrap", isCurrent ? "border-wax font-semibold" : "border-transparent text-ink-soft hover:text-ink")}
    >
      {children}
    </Link>
  );
}

function Visitor() {
  const user = useSession((state) => state.user);
  const isKnown = useSession((state) => state.isKnown);
  const signOut = useSession((state) => state.signOut);
  const path = usePathname();
  const router = useRouter();
  const toast = useToast();
  if (!isKnown) return <span className="w-20" />;
  if (!user) {
    const next = path === "/" || path === "/sign-in" || path === "/register" ? "" : `?next=${encodeURIComponent(path)}`;
    return (
      <ButtonLink href={`/sign-in${next}`} tone="line" size="small">
        Sign in
      </ButtonLink>
    );
  }
  return (
    <Button
      tone="quiet"
      size="small"
      className="whitespace-nowrap max-sm:px-1"
      onClick={() =>
        signOut()
          .then(() => router.refresh())
          .catch((error: unknown) => toast({ tone: "bad", title: "You are still signed in", text: sentence(error) }))
      }
    >
      Sign out
    </Button>
  );
}

/** Addresses that are about what is one's own. */
const mine = ["/me/", "/orders/", "/tickets/"];

function Count({ count, words }: { count: number; words: string }) {
  if (count === 0) return null;
  return (
    <span className="rounded-round bg-wax-solid px-1.5 text-small font-semibold text-on-wax">
      {count}
      <span className="sr-only"> {words}</span>
    </span>
  );
}

/** In sight on the smallest screen too, where the ways beside it have to be scrolled. */
function Letters({ unread, isCurrent }: { unread: number; isCurrent: boolean }) {
  return (
    <Link href="/messages" aria-current={isCurrent ? "page" : undefined} className={classNames("relative grid size-11 place-items-center hover:text-ink", isCurrent ? "text-wax" : "text-ink-soft")}>
      <LetterMark className="size-5" />
      <span className="sr-only">Messages</span>
      <span className="absolute top-0.5 right-0 grid leading-tight">
        <Count count={unread} words="unread" />
      </span>
    </Link>
  );
}

interface MastheadProps {
  outbidCount: number;
  unread: { own: number; desk: number };
  /** Stands beside the ways, in sight however far they are scrolled. */
  help: ReactNode;
}

export function Masthead({ outbidCount, unread, help }: MastheadProps) {
  const path = usePathname();
  const user = useSession((state) => state.user);
  const isAdmin = user?.roles.includes("admin") || user?.is_superuser;
  const isStaff = isAdmin || user?.roles.includes("agent");
  const ways = useRef<HTMLElement>(null);
  // Whoever has many ways on a small screen has to scroll them: where he is must be in sight.
  useEffect(() => {
    const link = ways.current?.querySelector<HTMLElement>("[aria-current]");
    if (ways.current && link) ways.current.scrollLeft = link.offsetLeft + link.offsetWidth / 2 - ways.current.clientWidth / 2;
  }, [path, isStaff]);
  return (
    <header className="border-b border-hairline bg-paper">
      {/* With large letters on a small screen what is here stands in as many lines as it takes. */}
      <div className={classNames("page-column flex flex-wrap items-center gap-x-2 pt-2", isStaff ? "lg:grid lg:grid-cols-[auto_1fr_auto] lg:gap-x-6 lg:pt-0" : "md:grid md:grid-cols-[auto_1fr_auto] md:gap-x-6 md:pt-0")}>
        <Link href="/" className="flex min-h-12 items-center gap-2.5" aria-label="Saleroom, to the catalogue">
          {/* The smallest phones have room for the name and the three ways beside it, and for nothing more. */}
          <HammerMark className="size-7 text-wax max-[345px]:hidden" />
          <span className="font-display text-head font-bold tracking-tight">Saleroom</span>
        </Link>
        <div className={classNames("order-last flex min-w-0 basis-full items-center gap-x-2 sm:gap-x-3", isStaff ? "lg:order-none" : "md:order-none")}>
          <nav ref={ways} aria-label="Main" className="relative -mx-1 min-w-0 grow overflow-x-auto px-1">
            <ul className={classNames("flex gap-x-3 sm:gap-x-6", isStaff ? "lg:min-h-16 lg:items-center" : "md:min-h-16 md:items-center")}>
              <li>
                <Way href="/" isCurrent={path === "/" || path.startsWith("/lots/")}>
                  Catalogue
                </Way>
              </li>
              <li>
                <Way href="/events" isCurrent={path.startsWith("/events")}>
                  Tickets
                </Way>
              </li>
              <li>
                <Way href="/sell" isCurrent={path.startsWith("/sell")}>
                  Sell
                </Way>
              </li>
              {user ? (
                <li>
                  <Way href="/me/bids" isCurrent={mine.some((part) => path.startsWith(part))}>
                    My paddle
                    <Count count={outbidCount} words="outbid" />
                  </Way>
                </li>
              ) : null}
              {isStaff ? (
                <li>
                  <Way href="/desk" isCurrent={path.startsWith("/desk")}>
                    Desk
                    <Count count={unread.desk} words="unread" />
                  </Way>
                </li>
              ) : null}
              {isAdmin ? (
                <li>
                  <Way href="/admin/lots" isCurrent={path.startsWith("/admin")}>
                    Office
                  </Way>
                </li>
              ) : null}
            </ul>
          </nav>
          {help}
        </div>
        <div className="ml-auto flex items-center gap-1">
          {user ? <Letters unread={unread.own} isCurrent={path.startsWith("/messages")} /> : null}
          <ThemeButton />
          <Visitor />
        </div>
      </div>
    </header>
  );
}
