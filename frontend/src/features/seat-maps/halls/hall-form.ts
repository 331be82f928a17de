// What is typed into the form of a hall, and the formula it stands for.
import type { HallForm } from "./hall-calls";

export interface TypedZone {
  name: string;
  rows: string;
}

export interface TypedHall {
  name: string;
  rows: string;
  seats: string;
  wider: string;
  aisles: string;
  curve: string;
  standing: string;
  zones: TypedZone[];
}

export const firstHall: TypedHall = { name: "Hall", rows: "10", seats: "16", wider: "0", aisles: "8", curve: "20", standing: "0", zones: [] };

const whole = (text: string) => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null);

export type FormReading = { kind: "form"; form: HallForm } | { kind: "wrong"; field: keyof TypedHall; reason: string };

/** Reads what can be told wrong without the house; bounds are the house's own. */
export function readForm(typed: TypedHall): FormReading {
  const wrong = (field: keyof TypedHall, reason: string): FormReading => ({ kind: "wrong", field, reason });
  if (!typed.name.trim()) return wrong("name", "A hall needs a name.");
  const numbers = { rows: whole(typed.rows), seats: whole(typed.seats), wider: whole(typed.wider || "0"), curve: whole(typed.curve || "0"), standing: whole(typed.standing || "0") };
  for (const [field, value] of Object.entries(numbers)) if (value === null) return wrong(field as keyof TypedHall, "A whole number, please.");
  const aisles = typed.aisles.split(/[\s,;]+/).filter(Boolean).map(whole);
  if (aisles.some((seat) => seat === null || seat === 0)) return wrong("aisles", "Seat numbers, such as 8, 16.");
  const zones = typed.zones.map((zone) => ({ name: zone.name.trim(), rows: whole(zone.rows) ?? 0 }));
  if (zones.some((zone) => !zone.name || zone.rows < 1)) return wrong("zones", "Every zone has a name and at least one row.");
  const inZones = zones.reduce((sum, zone) => sum + zone.rows, 0);
  if (zones.length && inZones !== numbers.rows) return wrong("zones", `The zones have ${inZones} rows together, the hall has ${numbers.rows}.`);
  return {
    kind: "form",
    form: {
      name: typed.name.trim(), rows: numbers.rows!, seats: numbers.seats!, wider: numbers.wider!, curve: numbers.curve!, standing: numbers.standing!,
      aisles_after: [...new Set(aisles as number[])].sort((a, b) => a - b), zones,
    },
  };
}
