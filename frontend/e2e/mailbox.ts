// The development mailbox as a reader of letters uses it: its page, and its REST in MailHog's shape.
import { expect } from "@playwright/test";

export const mailboxUrl = process.env.E2E_MAILBOX_URL || "http://127.0.0.1:8025";

export interface Letter {
  id: string;
  subject: string;
  text: string;
  /** Every address in the letter's text. */
  links: string[];
}

interface Found {
  items: { ID: string; Decoded: { Subject: string; Text: string } }[];
}

async function lettersTo(address: string): Promise<Letter[]> {
  const answer = await fetch(`${mailboxUrl}/api/v2/search?kind=to&query=${encodeURIComponent(address)}`);
  const { items } = (await answer.json()) as Found;
  return items.map(({ ID, Decoded }) => ({ id: ID, subject: Decoded.Subject, text: Decoded.Text, links: Decoded.Text.match(/https?:\/\/\S+/g) ?? [] }));
}

/** The newest letter to `address` with such a subject, as soon as it has come. */
export async function letterTo(address: string, subject: RegExp): Promise<Letter> {
  let letter: Letter | undefined;
  const look = async () => {
    letter = (await lettersTo(address)).find((one) => subject.test(one.subject));
    return letter?.subject ?? "no such letter yet";
  };
  await expect.poll(look, { message: `a letter to ${address}`, intervals: [100, 200, 400] }).toMatch(subject);
  if (!letter) throw new Error(`no letter to ${address}`);
  return letter;
}
