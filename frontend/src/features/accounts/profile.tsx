// One's own account: name, mail, password, and leaving for good.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { User } from "@/lib/api/types";
import { useSession, useUser } from "@/lib/session/session-context";
import { askToVerify, changeMe } from "./account-calls";
import { LeaveForGood } from "./leave-for-good";
import { useForm } from "./use-form";

interface Part {
  user: User;
}

function NamePart({ user }: Part) {
  const setUser = useSession((state) => state.setUser);
  const { isBusy, isDone, error, submit } = useForm(async (field) => {
    const username = field("username").trim();
    const askedAt = performance.now();
    setUser(await changeMe({ name: field("name").trim(), ...(username !== (user.username ?? "") && username && { username }) }), askedAt);
  });
  return (
    <form onSubmit={submit} className="grid content-start gap-4">
      <h2 className="text-head">Name</h2>
      {error ? <Notice tone="bad" role="alert" title={error} /> : isDone ? <Notice tone="good" role="status" title="Saved" /> : null}
      <Field label="Your name" name="name" autoComplete="name" defaultValue={user.name ?? ""} hint="Used in letters to you, never shown in a sale." />
      <Field label="User name" name="username" autoComplete="username" autoCapitalize="none" defaultValue={user.username ?? ""} />
      <Button type="submit" tone="line" isBusy={isBusy} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}

function MailPart({ user }: Part) {
  const toast = useToast();
  const { isBusy, isDone, error, submit } = useForm(async (field, form) => {
    await changeMe({ email: field("email").trim(), current_password: field("current_password") });
    form.reset();
  });
  return (
    <form onSubmit={submit} className="grid content-start gap-4">
      <h2 className="text-head">Mail</h2>
      <p className="flex flex-wrap items-center gap-2">
        {user.email ?? "No address: no letters are sent."}
        {user.email ? <Tag tone={user.is_verified ? "good" : "warn"}>{user.is_verified ? "Confirmed" : "Not confirmed"}</Tag> : null}
        {user.email && !user.is_verified ? (
          <Button
            size="small"
            tone="quiet"
            className="-ml-3"
            onClick={() =>
              askToVerify(user.email ?? "").then(
                () => toast({ tone: "good", title: "A letter is on its way", text: "Press the link in it to confirm your address." }),
                (reason: unknown) => toast({ tone: "bad", title: "No letter was sent", text: sentence(reason) }),
              )
            }
          >
            Send the letter again
          </Button>
        ) : null}
      </p>
      {error ? <Notice tone="bad" role="alert" title={error} /> : null}
      {isDone ? (
        <Notice tone="good" role="status" title="Look into your new mailbox">
          The new address counts when you press the link in the letter. Until then the old one stays.
        </Notice>
      ) : null}
      <Field label="New address" name="email" type="email" autoComplete="email" required />
      <Field label="Current password" name="current_password" type="password" autoComplete="current-password" required />
      <Button type="submit" tone="line" isBusy={isBusy} className="justify-self-start">
        Change the address
      </Button>
    </form>
  );
}

function PasswordPart() {
  const { isBusy, isDone, error, submit } = useForm(async (field, form) => {
    await changeMe({ password: field("password"), current_password: field("current_password") });
    form.reset();
  });
  return (
    <form onSubmit={submit} className="grid content-start gap-4">
      <h2 className="text-head">Password</h2>
      {error ? <Notice tone="bad" role="alert" title={error} /> : null}
      {isDone ? <Notice tone="good" role="status" title="Your new password counts; other devices were signed out" /> : null}
      <Field label="Current password" name="current_password" type="password" autoComplete="current-password" required />
      <Field label="New password" name="password" type="password" autoComplete="new-password" required />
      <Button type="submit" tone="line" isBusy={isBusy} className="justify-self-start">
        Change the password
      </Button>
    </form>
  );
}

export function Profile() {
  const user = useUser();
  const [isLeaving, setLeaving] = useState(false);
  if (!user) return null;
  return (
    <>
      <PageHead title="Profile">In a sale nobody sees who you are: others read “Bidder” and a number.</PageHead>
      <div className="grid gap-12 lg:grid-cols-3">
        <NamePart user={user} />
        <MailPart user={user} />
        <PasswordPart />
      </div>
      <section className="mt-14 border-t border-hairline pt-6">
        <h2 className="text-head">Leave for good</h2>
        <p className="mt-1 mb-4 max-w-(--measure) text-ink-soft">Your name, address and password are erased. The log of the sales keeps only a number, because other people’s bids stand on it.</p>
        <Button tone="danger" onClick={() => setLeaving(true)}>
          Delete my account
        </Button>
        <LeaveForGood isOpen={isLeaving} onClose={() => setLeaving(false)} />
      </section>
    </>
  );
}
