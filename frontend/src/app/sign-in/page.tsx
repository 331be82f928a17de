// Signing in.
import type { Metadata } from "next";
import { nextAddress } from "@/features/accounts/next-address";
import { SignInForm } from "@/features/accounts/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  return <SignInForm next={nextAddress((await searchParams).next)} />;
}
