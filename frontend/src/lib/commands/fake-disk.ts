// A disk for tests, which a second page can find as the first one left it.
import type { KeyValueStore } from "./safe-storage";

export type FakeDisk = KeyValueStore & { map: Map<string, string> };

export function fakeDisk(): FakeDisk {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    keys: () => [...map.keys()],
  };
}
