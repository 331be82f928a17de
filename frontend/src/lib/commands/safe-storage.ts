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

/** Called with a key that was written or removed; null when all of them may have been. */
export type DiskListener = (key: string | null) => void;

/** The same disk, which tells whoever listens what this tab writes; what other tabs write, the browser tells. */
export function toldOf(disk: KeyValueStore, tell: (key: string) => void): KeyValueStore {
  return {
    ...disk,
    setItem(key, value) {
      disk.setItem(key, value);
      tell(key);
    },
    removeItem(key) {
      disk.removeItem(key);
      tell(key);
    },
  };
}

let shared: KeyValueStore | null = null;
const listeners = new Set<DiskListener>();

/** The browser's disk, or memory where there is none. */
export function browserDisk(): KeyValueStore {
  shared ??= toldOf(safeStorage(() => window.localStorage), (key) => listeners.forEach((listener) => listener(key)));
  return shared;
}

/** Listens to what any tab writes to the browser's disk; the returned function stops it. */
export function watchBrowserDisk(listener: DiskListener): () => void {
  const heard = (event: StorageEvent) => listener(event.key);
  listeners.add(listener);
  window.addEventListener("storage", heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", heard);
  };
}
