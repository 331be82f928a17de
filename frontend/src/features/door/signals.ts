// What the door sounds and feels like: two rising tones for in, one for ask, a low one for stop.
import type { DoorTone } from "./verdict";

const tunes: Record<DoorTone, { tones: [hertz: number, fromMs: number, ms: number][]; pulses: number[] }> = {
  go: { tones: [[880, 0, 90], [1_320, 100, 130]], pulses: [60] },
  ask: { tones: [[520, 0, 180], [520, 240, 180]], pulses: [120, 80, 120] },
  stop: { tones: [[170, 0, 520]], pulses: [420] },
};

export class Signals {
  private context: AudioContext | null = null;

  /** Browsers only make sounds after somebody has touched the page; called from such a touch. */
  wake(): void {
    try {
      this.context ??= new AudioContext();
      void this.context.resume();
    } catch {
      // A device without sound still has light and words.
    }
  }

  give(tone: DoorTone, hasSound: boolean): void {
    const { tones, pulses } = tunes[tone];
    if (typeof navigator.vibrate === "function") navigator.vibrate(pulses);
    const context = this.context;
    if (!hasSound || !context || context.state !== "running") return;
    for (const [hertz, fromMs, ms] of tones) {
      const from = context.currentTime + fromMs / 1_000;
      const until = from + ms / 1_000;
      const oscillator = context.createOscillator();
      const volume = context.createGain();
      oscillator.type = tone === "stop" ? "sawtooth" : "sine";
      oscillator.frequency.value = hertz;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.25, from + 0.012);
      volume.gain.exponentialRampToValueAtTime(0.0001, until);
      oscillator.connect(volume).connect(context.destination);
      oscillator.start(from);
      oscillator.stop(until);
    }
  }

  close(): void {
    void this.context?.close();
    this.context = null;
  }
}
