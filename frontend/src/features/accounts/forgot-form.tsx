// Asking for a letter to choose a new password; the answer never tells who has an account.
"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { forgotPassword } from "./account-calls";
import { Sheet, linkLook } from "./sheet";
import { useForm } from "./use-form";

export function ForgotForm() {
  const { isBusy, isDone, error, submit } = useForm(async (field) => {
    await forgotPassword(field("email").trim());
  });
  return (
    <Sheet
      title="Forgotten password"
      lead="We write you a letter with a link to choose a new one."
      foot={
        <Link href="/sign-in" className={linkLook}>
          Back to signing in
        </Link>
      }
    >
      {isDone ? (
        <Notice tone="good" role="status" title="Look into your mailbox">
          If there is an account with this address, a letter is on its way. The link in it works once. Accounts opened with a user name only have no address; ask the house.
        </Notice>
      ) : (
        <form onSubmit={submit} className="grid gap-5">
          {error ? <Notice tone="bad" role="alert" title={error} /> : null}
          <Field label="Mail" name="email" type="email" autoComplete="email" required />
          <Button type="submit" wide isBusy={isBusy} busyText="Sending…">
            Send me the letter
          </Button>
        </form>
      )}
    </Sheet>
  );
}
