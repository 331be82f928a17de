// Moments and spans in words.

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const two = (n: number) => String(n).padStart(2, "0");

/** "2 d 4 h", "3 h 05 min", "12:09", "0:04": as fine as it matters. */
export function spanText(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / second) * second);
  if (left >= day) return `${Math.floor(left / day)} d ${Math.floor((left % day) / hour)} h`;
  if (left >= hour) return `${Math.floor(left / hour)} h ${two(Math.floor((left % hour) / minute))} min`;
  return `${Math.floor(left / minute)}:${two(Math.floor((left % minute) / second))}`;
}

/** The same for a screen reader: "2 minutes 5 seconds". */
export function spanWords(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / second) * second);
  const parts: [number, string][] = [
    [Math.floor(left / day), "day"],
    [Math.floor((left % day) / hour), "hour"],
    [Math.floor((left % hour) / minute), "minute"],
    [Math.floor((left % minute) / second), "second"],
  ];
  const words = parts.filter(([n]) => n > 0).slice(0, 2).map(([n, word]) => `${n} ${word}${n === 1 ? "" : "s"}`);
  return words.length ? words.join(" ") : "0 seconds";
}

export type MomentStyle = "time" | "seconds" | "short" | "day" | "full";

const styles: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  short: { day: "numeric", month: "short" },
  day: { day: "numeric", month: "long", year: "numeric" },
  full: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
};

/** A moment in a zone; `undefined` is the viewer's own. */
export function momentText(iso: string, style: MomentStyle, timeZone: string | undefined): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat("en-GB", { ...styles[style], timeZone, hourCycle: "h23" }).format(date);
}
