// People: their roles, and shutting somebody out, which ends his sessions at once.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { ListedUser, Role } from "@/lib/api/types";
import { changeUser, findUsers } from "./admin-calls";
import { SearchedList } from "./searched-list";

const roles: { role: Role; words: string }[] = [
  { role: "merchant", words: "Merchant: sells and organises" },
  { role: "agent", words: "Agent: answers people" },
  { role: "scanner", words: "Scanner: checks tickets at the door" },
  { role: "admin", words: "Administrator: the keys to this office" },
];

function nameOf(user: ListedUser): string {
  return user.name || user.username || user.email || `Person ${user.id}`;
}

function UserDialog({ user, onClose, onDone }: { user: ListedUser; onClose: () => void; onDone: () => void }) {
  const toast = useToast();
  const save = (change: Parameters<typeof changeUser>[1], words: string) =>
    void changeUser(user.id, change).then(
      () => {
        toast({ tone: "good", title: words, text: nameOf(user) });
        onDone();
      },
      (error: unknown) => toast({ tone: "bad", title: "Nothing was changed", text: sentence(error) }),
    );
  return (
    <Dialog isOpen onClose={onClose} title={nameOf(user)}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          save({ roles: ["buyer", ...roles.map(({ role }) => role).filter((role) => fields.has(role))] }, "Roles saved");
        }}
      >
        <fieldset>
          <legend className="mb-1 font-semibold">Roles</legend>
          {roles.map(({ role, words }) => (
            <Checkbox key={role} name={role} label={words} defaultChecked={user.roles.includes(role)} />
          ))}
        </fieldset>
        <div className="flex flex-wrap justify-between gap-2">
          <Button type="submit">Save roles</Button>
          {user.is_active ? (
            <Button tone="danger" onClick={() => save({ is_active: false }, "Shut out; all sessions ended")}>
              Shut out
            </Button>
          ) : (
            <Button tone="line" onClick={() => save({ is_active: true }, "Let in again")}>
              Let in again
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

export function UsersOffice() {
  const [chosen, setChosen] = useState<{ user: ListedUser; reload: () => void } | null>(null);
  return (
    <>
      <PageHead title="People" />
      <SearchedList name="users" what="The list of people" searchLabel="Mail, name or number" read={findUsers}>
        {(users, reload) => (
          <ul>
            {users.map((user) => (
              <li key={user.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-b border-hairline py-3">
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="text-ink-soft">{user.id}</span>
                    <span className="font-semibold wrap-anywhere">{nameOf(user)}</span>
                    {user.roles.filter((role) => role !== "buyer").map((role) => (
                      <Tag key={role}>{role}</Tag>
                    ))}
                    {user.is_active ? null : <Tag tone="live">shut out</Tag>}
                  </p>
                  <p className="text-small wrap-anywhere text-ink-soft">
                    {user.email ?? "no mail"} · since <Moment iso={user.created_at} style="day" />
                  </p>
                </div>
                <Button size="small" tone="line" aria-label={`Change ${nameOf(user)}`} onClick={() => setChosen({ user, reload })}>
                  Change
                </Button>
              </li>
            ))}
          </ul>
        )}
      </SearchedList>
      {chosen ? (
        <UserDialog
          user={chosen.user}
          onClose={() => setChosen(null)}
          onDone={() => {
            chosen.reload();
            setChosen(null);
          }}
        />
      ) : null}
    </>
  );
}
