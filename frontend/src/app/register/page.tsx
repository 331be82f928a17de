// Opening an account.
import type { Metadata } from "next";
import { nextAddress } from "@/features/accounts/next-address";
import { RegisterForm } from "@/features/accounts/register-form";

export const metadata: Metadata = { title: "Open an account" };

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  return <RegisterForm next={nextAddress((await searchParams).next)} />;
}
