// Tells a keyboard scanner from a person typing: many characters in one burst, closed by Enter.

/** Scanners send a character every few milliseconds; the fastest typists need ten times as long. */
const gapMsMax = 60;
const lengthMin = 6;
const lengthMax = 2_000;

export class BurstReader {
  private text = "";
  private lastAt = -Infinity;

  /** Takes one key at a moment; gives the code when Enter closes a burst, else null. */
  key(key: string, at: number): string | null {
    const isBurst = at - this.lastAt <= gapMsMax;
    if (key === "Enter") {
      const code = isBurst && this.text.length >= lengthMin ? this.text : null;
      this.reset();
      return code;
    }
    // Shift and its like come between the characters of a burst.
    if (key.length !== 1) return null;
    this.text = isBurst && this.text.length < lengthMax ? this.text + key : key;
    this.lastAt = at;
    return null;
  }

  /** True in the middle of a burst, when keys must not press buttons. */
  isReading(at: number): boolean {
    return this.text.length >= 3 && at - this.lastAt <= gapMsMax;
  }

  private reset(): void {
    this.text = "";
    this.lastAt = -Infinity;
  }
}
