// Confirms a mail address with the link of a letter, at a press: mail scanners open links, people press buttons.
"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useSession } from "@/lib/session/session-context";
import { verify } from "./account-calls";
import { Sheet } from "./sheet";
import { useForm } from "./use-form";

export function ConfirmView({ token, isNewAddress }: { token: string; isNewAddress: boolean }) {
  const reload = useSession((state) => state.reload);
  const { isBusy, isDone, error, code, submit } = useForm(async () => {
    await verify(token);
    await reload().catch(() => null);
  });
  const isAlready = code !== null && /already_verified/i.test(code);
  return (
    <Sheet title={isNewAddress ? "Confirm your new address" : "Confirm your mail address"} lead="So that letters about your lots reach you.">
      {isDone || isAlready ? (
        <div className="grid gap-5">
          <Notice tone="good" role="status" title={isAlready ? "This address was confirmed before" : "Your address is confirmed"} />
          <ButtonLink href="/">To the catalogue</ButtonLink>
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-5">
          {error ? (
            <Notice tone="bad" role="alert" title="This link no longer works">
              It was used already or is too old. You can ask for a new letter on your profile page.
            </Notice>
          ) : null}
          <Button type="submit" wide isBusy={isBusy} busyText="Confirming…">
            Confirm
          </Button>
        </form>
      )}
    </Sheet>
  );
}
