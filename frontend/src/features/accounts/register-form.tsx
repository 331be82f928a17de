// Opening an account: a mail address or a user name is enough.
"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { call } from "@/lib/api/browser";
import { Problem } from "@/lib/api/problem";
import { useSession } from "@/lib/session/session-context";
import { Sheet, linkLook } from "./sheet";
import { useForm } from "./use-form";

export function RegisterForm({ next }: { next: string }) {
  const signIn = useSession((state) => state.signIn);
  const router = useRouter();
  const { isBusy, error, submit } = useForm(async (field) => {
    const email = field("email").trim();
    const username = field("username").trim();
    if (!email && !username) throw new Problem({ status: 422, code: "malformed", detail: "Please give a mail address or a user name.", facts: {} });
    const password = field("password");
    const body = { password, ...(email && { email }), ...(username && { username }), ...(field("name").trim() && { name: field("name").trim() }) };
    await call("/auth/register", { method: "POST", body });
    await signIn(email || username, password);
    router.push(next);
    router.refresh();
  });
  return (
    <Sheet
      title="Open an account"
      lead="Your name is never shown in a sale: other people see “Bidder 3”."
      foot={
        <p>
          Already known here?{" "}
          <Link href={`/sign-in?next=${encodeURIComponent(next)}`} className={linkLook}>
            Sign in
          </Link>
        </p>
      }
    >
      <form onSubmit={submit} className="grid gap-5">
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <Field label="Mail" name="email" type="email" autoComplete="email" hint="For letters about lots you win or lose, and to reset your password." />
        <Field label="User name" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} hint="Instead of a mail address, or as well. Letters, digits, dot, dash, underscore." />
        <Field label="Your name" name="name" autoComplete="name" hint="Optional. Used in letters to you, never shown in a sale." />
        <Field label="Password" name="password" type="password" autoComplete="new-password" required />
        <Button type="submit" wide isBusy={isBusy} busyText="Opening your account…">
          Open account
        </Button>
      </form>
    </Sheet>
  );
}
