// Reads what a socket says, of whatever channel it is.

/** Reads one text message of a channel; a newer server's unknown frames are null, never an exception. */
export function frameReader<Frame extends { type: string }>(known: Record<Frame["type"], true>): (text: string) => Frame | null {
  return (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return null;
    }
    if (typeof value !== "object" || value === null || !("type" in value)) return null;
    return Object.hasOwn(known, String(value.type)) ? (value as Frame) : null;
  };
}
