// Asking for a letter to choose a new password.
import type { Metadata } from "next";
import { ForgotForm } from "@/features/accounts/forgot-form";

export const metadata: Metadata = { title: "Forgotten password" };

export default function Page() {
  return <ForgotForm />;
}
