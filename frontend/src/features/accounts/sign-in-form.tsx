// Signing in by mail or user name; what was typed elsewhere is waiting where one came from.
"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useSession } from "@/lib/session/session-context";
import { Sheet, linkLook } from "./sheet";
import { useForm } from "./use-form";

export function SignInForm({ next }: { next: string }) {
  const signIn = useSession((state) => state.signIn);
  const router = useRouter();
  const { isBusy, error, submit } = useForm(async (field) => {
    await signIn(field("username").trim(), field("password"));
    router.push(next);
    router.refresh();
  });
  return (
    <Sheet
      title="Take your paddle"
      lead="Sign in to bid, to star lots and to sell."
      foot={
        <p className="flex flex-wrap justify-between gap-2">
          <Link href={`/register?next=${encodeURIComponent(next)}`} className={linkLook}>
            Open an account
          </Link>
          <Link href="/forgot-password" className={linkLook}>
            Forgotten password
          </Link>
        </p>
      }
    >
      <form onSubmit={submit} className="grid gap-5">
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <Field label="Mail or user name" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" wide isBusy={isBusy} busyText="Signing in…">
          Sign in
        </Button>
      </form>
    </Sheet>
  );
}
