// A line lives as long as its session: it rests when that has ended, and comes back when rights have changed.
import { expect, test } from "vitest";
import { Unreachable } from "@/lib/api/problem";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { house, settle } from "./chat-line-house";

const ended = { type: "ERROR", code: "session_ended", message: "Your session has ended; sign in again." };

test("a line whose session was ended rests: it does not come back to hear the same again", async () => {
  const { line, sockets, socket, greet, timers } = house({}, fakeDisk(), false, () => Promise.resolve(false));
  line.open();
  greet();
  socket().hears(ended);
  await settle();
  timers.pass(600_000);
  await settle();
  expect(sockets).toHaveLength(1);
});

test("whoever is still signed in when his old session ends has a new line, once he could be asked", async () => {
  const answers = [() => Promise.reject(new Unreachable()), () => Promise.resolve(true)];
  const { line, sockets, socket, greet, timers } = house({}, fakeDisk(), false, () => answers.shift()!());
  line.open();
  greet();
  socket().hears(ended);
  await settle();
  expect(sockets).toHaveLength(1);
  timers.pass(3_000);
  await settle();
  expect(sockets).toHaveLength(2);
});

test("a page that is left while the session is asked about opens no line afterwards", async () => {
  let answer: (isHere: boolean) => void = () => undefined;
  const { line, sockets, socket, greet } = house({}, fakeDisk(), false, () => new Promise<boolean>((resolve) => (answer = resolve)));
  line.open();
  greet();
  socket().hears(ended);
  line.close();
  answer(true);
  await settle();
  expect(sockets).toHaveLength(1);
});

test("roles that changed are asked for anew, and the line comes back by itself", () => {
  const { line, sockets, timers, socket, greet, rightsChanged } = house();
  line.open();
  greet();
  socket().hears({ type: "ERROR", code: "rights_changed", message: "Your roles have changed; the new ones count from now on." });
  expect(rightsChanged).toHaveBeenCalledOnce();
  socket().dies(1012);
  timers.pass(3_000);
  expect(sockets).toHaveLength(2);
  line.close();
});

test("whoever is greeted with other roles than his page was told asks anew who he is: they changed before his line was there", () => {
  const { line, greet, rightsChanged } = house();
  line.open();
  greet();
  expect(rightsChanged).not.toHaveBeenCalled();
  greet(["agent", "buyer"]);
  expect(rightsChanged).toHaveBeenCalledOnce();
  line.close();
});
