// One's own quick replies and the team's: keep, change, throw away.
"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Checkbox, Field, TextAreaField } from "@/components/ui/field";
import { ClipMark } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { newCommandId } from "@/lib/commands/command-id";
import { upload } from "../chat-calls";
import { kindOfFile } from "../thread/use-uploads";
import type { Reply } from "../types";
import { changeReply, keepReply, removeReply } from "./desk-calls";
import { useDesk } from "./desk-context";
import { variables } from "./variables";

async function keep(fields: FormData, reply: Reply | null): Promise<void> {
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const words = { content: text("content"), code: text("code").toLowerCase().replace(/^\//, ""), sort_order: Number(fields.get("sort_order")) || 0 };
  if (reply) {
    await changeReply(reply.id, words);
    return;
  }
  const file = fields.get("file");
  const kept = file instanceof File && file.size > 0 ? await upload(file, kindOfFile(file), newCommandId()) : null;
  await keepReply({ ...words, is_team: fields.has("is_team"), upload: kept?.url ?? null });
}

function ReplyDialog({ reply, onClose, onDone }: { reply: Reply | null; onClose: () => void; onDone: () => void }) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog isOpen onClose={onClose} title={reply ? "Change the reply" : "A new quick reply"}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          keep(new FormData(event.currentTarget), reply).then(onDone, (failure: unknown) => {
            setBusy(false);
            setError(sentence(failure));
          });
        }}
      >
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <Field label="Code" name="code" defaultValue={reply?.code} maxLength={33} pattern="/?[a-zA-Z0-9\-]{0,32}" autoCapitalize="none" hint="What one types after the slash: letters, digits, hyphens." />
        <TextAreaField label="Text" name="content" defaultValue={reply?.content} required maxLength={4_000} hint={`Filled in where it is used: ${variables.map((name) => `{${name}}`).join(" ")}`} />
        <Field label="Place in the list" name="sort_order" type="number" step={1} defaultValue={reply?.sort_order ?? 0} />
        {reply ? null : (
          <>
            <Field label="A picture or file that goes along" name="file" type="file" className="[&_input]:py-2.5" />
            <Checkbox name="is_team" label="For the whole team" />
          </>
        )}
        <Button type="submit" isBusy={isBusy} busyText="Keeping…">
          Keep
        </Button>
      </form>
    </Dialog>
  );
}

function ReplyLine({ reply, onChange, onRemove }: { reply: Reply; onChange: () => void; onRemove: () => void }) {
  const name = reply.code ? `/${reply.code}` : "without a code";
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-hairline py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{name}</span>
          {reply.is_team ? <Tag>team</Tag> : null}
          {reply.filename ? (
            <span className="inline-flex items-center gap-1 text-small text-ink-soft">
              <ClipMark className="size-4" /> {reply.filename}
            </span>
          ) : null}
        </p>
        <p className="mt-1 wrap-anywhere whitespace-pre-wrap text-ink-soft">{reply.content}</p>
      </div>
      <div className="flex items-start gap-2">
        <Button size="small" tone="line" aria-label={`Change ${name}`} onClick={onChange}>
          Change
        </Button>
        <Button size="small" tone="danger" aria-label={`Throw ${name} away`} onClick={onRemove}>
          Throw away
        </Button>
      </div>
    </li>
  );
}

export function RepliesEditor() {
  const { replies } = useDesk();
  const toast = useToast();
  const [edited, setEdited] = useState<Reply | "new" | null>(null);
  const remove = (reply: Reply) =>
    removeReply(reply.id).then(replies.reload, (error: unknown) => toast({ tone: "bad", title: "It is still there", text: sentence(error) }));
  return (
    <div className="page-column py-6 pb-20">
      <Link href="/desk" className="inline-flex min-h-9 items-center text-small text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink">
        The help desk
      </Link>
      <PageHead title="Quick replies" action={<Button onClick={() => setEdited("new")}>A new one</Button>}>
        Type a slash in a conversation to find them. Your own stand before the team’s.
      </PageHead>
      <Door view={replies} what="The quick replies">
        {(all) =>
          all.length === 0 ? (
            <Empty title="None yet">What you write ten times a day need be written once.</Empty>
          ) : (
            <ul>
              {all.map((reply) => (
                <ReplyLine key={reply.id} reply={reply} onChange={() => setEdited(reply)} onRemove={() => void remove(reply)} />
              ))}
            </ul>
          )
        }
      </Door>
      {edited ? (
        <ReplyDialog
          reply={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
          onDone={() => {
            replies.reload();
            setEdited(null);
          }}
        />
      ) : null}
    </div>
  );
}
