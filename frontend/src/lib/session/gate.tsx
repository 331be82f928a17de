// Lets only signed-in people (or only some roles) through; sends the others to sign in and back.
"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { Role, User } from "@/lib/api/types";
import { useSession, useSessionStore } from "./session-context";

export function hasRole(user: User, role: Role): boolean {
  return user.is_superuser || user.roles.includes(role);
}

export function Gate({ role, waiting, refused, children }: { role?: Role; waiting: ReactNode; refused?: ReactNode; children: ReactNode }) {
  const user = useSession((state) => state.user);
  const isKnown = useSession((state) => state.isKnown);
  const store = useSessionStore();
  const path = usePathname();
  const router = useRouter();
  const mustSignIn = isKnown && !user;
  useEffect(() => {
    if (!mustSignIn) return;
    const { wayOut } = store.getState();
    store.setState({ wayOut: null });
    router.replace(wayOut ?? `/sign-in?next=${encodeURIComponent(path)}`);
  }, [mustSignIn, path, router, store]);
  if (!user) return waiting;
  if (role && !hasRole(user, role)) return refused ?? null;
  return children;
}
