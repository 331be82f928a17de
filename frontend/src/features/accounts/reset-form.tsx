// Choosing a new password with the link of a letter; every other sign-in ends.
"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { resetPassword } from "./account-calls";
import { Sheet } from "./sheet";
import { useForm } from "./use-form";

export function ResetForm({ token }: { token: string }) {
  const { isBusy, isDone, error, code, submit } = useForm(async (field) => {
    await resetPassword(token, field("password"));
  });
  const isUsed = code !== null && /bad_token/i.test(code);
  return (
    <Sheet title="Choose a new password" lead="You will be signed out everywhere else.">
      {isDone ? (
        <div className="grid gap-5">
          <Notice tone="good" role="status" title="Your new password counts from now on" />
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-5">
          {isUsed ? (
            <Notice tone="bad" role="alert" title="This link no longer works">
              It was used already or is too old. <a className="underline" href="/forgot-password">Ask for a new letter</a>.
            </Notice>
          ) : error ? (
            <Notice tone="bad" role="alert" title={error} />
          ) : null}
          <Field label="New password" name="password" type="password" autoComplete="new-password" required />
          <Button type="submit" wide isBusy={isBusy} busyText="Saving…">
            Save the new password
          </Button>
        </form>
      )}
    </Sheet>
  );
}
