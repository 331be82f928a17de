// Which letters one gets besides the essential ones.
"use client";
import { Door } from "@/components/ui/door";
import { Checkbox } from "@/components/ui/field";
import { PageHead } from "@/components/ui/section-page";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { MailPreferences } from "@/lib/api/types";
import { useDoor } from "@/lib/api/use-door";
import { changeMailPreferences, fetchMailPreferences } from "./account-calls";

const letters: { key: keyof MailPreferences; label: string; text: string }[] = [
  { key: "outbid", label: "When I am outbid", text: "At most one letter a minute and lot." },
  { key: "lost", label: "When a lot I bid on goes to someone else", text: "One letter when the hammer falls." },
  { key: "away", label: "When somebody wrote to me while I was away", text: "One letter a conversation until I have read it, never with the words in it." },
];

export function MailPreferencesView() {
  const view = useDoor("mail-preferences", fetchMailPreferences);
  const toast = useToast();
  const set = (key: keyof MailPreferences, wanted: boolean) => {
    view.change((now) => ({ ...now, [key]: wanted }));
    changeMailPreferences({ [key]: wanted }).catch((error: unknown) => {
      view.change((now) => ({ ...now, [key]: !wanted }));
      toast({ tone: "bad", title: "Your choice was not saved", text: sentence(error) });
    });
  };
  return (
    <>
      <PageHead title="Letters">Letters about lots you win or sell, and about your account, always come.</PageHead>
      <Door view={view} what="Your choice of letters">
        {(preferences) => (
          <fieldset className="grid max-w-(--measure) gap-1">
            <legend className="sr-only">Letters you want</legend>
            {letters.map(({ key, label, text }) => (
              <Checkbox
                key={key}
                checked={preferences[key]}
                onChange={(event) => set(key, event.target.checked)}
                className="border-b border-hairline py-3"
                label={
                  <>
                    <span className="font-semibold">{label}</span>
                    <span className="block text-small text-ink-soft">{text}</span>
                  </>
                }
              />
            ))}
          </fieldset>
        )}
      </Door>
    </>
  );
}
