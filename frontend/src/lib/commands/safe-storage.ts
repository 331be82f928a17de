// localStorage that never throws: private windows and full disks fall back to this tab's memory.

export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  keys(): string[];
}

export function safeStorage(storage: () => Storage): KeyValueStore {
  const memory = new Map<string, string>();
  return {
    getItem(key) {
      if (memory.has(key)) return memory.get(key) ?? null;
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    setItem(key, value) {
      try {
        storage().setItem(key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    keys() {
      try {
        return [...new Set([...memory.keys(), ...Object.keys(storage())])];
      } catch {
        return [...memory.keys()];
      }
    },
    removeItem(key) {
      memory.delete(key);
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was stored there.
      }
    },
  };
}

let shared: KeyValueStore | null = null;

/** The browser's disk, or memory where there is none. */
export function browserDisk(): KeyValueStore {
  shared ??= safeStorage(() => window.localStorage);
  return shared;
}
