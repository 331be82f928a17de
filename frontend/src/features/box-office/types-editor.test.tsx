// @vitest-environment jsdom
// A quota that kinds share is called by its name, so the kinds follow when it is called otherwise or taken away.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { type QuotaDraft, emptyType } from "./sale-draft";
import { TypesEditor } from "./types-editor";

afterEach(cleanup);

function Editor({ first, kinds }: { first: QuotaDraft[]; kinds: string[] }) {
  const [typed, setTyped] = useState({ quotas: first, types: kinds.map((quota, n) => ({ ...emptyType, seat_type: `Kind ${n}`, quota })) });
  return (
    <TypesEditor types={typed.types} quotas={typed.quotas} zones={[]} errors={{}} onTypes={(types) => setTyped({ ...typed, types })} onQuotas={(quotas, types) => setTyped({ quotas, types })} />
  );
}
const chosen = () => screen.getAllByLabelText<HTMLSelectElement>("Shared quota").map((select) => select.value);
const call = (place: number, name: string) => fireEvent.change(screen.getAllByLabelText("Name of the quota")[place]!, { target: { value: name } });

test("a quota that is called otherwise keeps its kinds", () => {
  render(<Editor first={[{ name: "House", size: "9" }]} kinds={["House", ""]} />);
  call(0, "Hall");
  expect(chosen()).toEqual(["Hall", ""]);
});

test("a second quota takes none of the first one's kinds while its name is being typed", () => {
  render(<Editor first={[{ name: "A", size: "9" }, { name: "", size: "" }]} kinds={["A"]} />);
  call(1, "A");
  call(1, "AB");
  expect(chosen()).toEqual(["A"]);
});

test("a quota that is taken away leaves its kinds without one", () => {
  render(<Editor first={[{ name: "House", size: "9" }, { name: "Pit", size: "5" }]} kinds={["House", "Pit"]} />);
  fireEvent.click(screen.getByRole("button", { name: "Take the quota House away" }));
  expect(chosen()).toEqual(["", "Pit"]);
});
