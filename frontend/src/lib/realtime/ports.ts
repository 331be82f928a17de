// What the connection needs from the outside world, so that tests can hand it a fake socket and fake time.

export interface SocketLike {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((text: string) => void) | null;
  onclose: ((code: number) => void) | null;
}

export interface Timers {
  now(): number;
  after(ms: number, run: () => void): () => void;
}

export interface Network {
  isOnline(): boolean;
  subscribe(changed: () => void): () => void;
}

/** What every live line needs of the outside world. */
export interface World {
  openSocket: (address: string) => SocketLike;
  timers: Timers;
  network: Network;
}

export const browserTimers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

const browserNetwork: Network = {
  // Only a clear "no" counts: some browsers cannot say.
  isOnline: () => typeof navigator === "undefined" || navigator.onLine !== false,
  subscribe(changed) {
    window.addEventListener("online", changed);
    window.addEventListener("offline", changed);
    return () => {
      window.removeEventListener("online", changed);
      window.removeEventListener("offline", changed);
    };
  },
};

/** A browser WebSocket on this page's own origin. */
function openBrowserSocket(path: string): SocketLike {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url);
  const like: SocketLike = {
    send: (text) => socket.send(text),
    close: () => socket.close(1000),
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  socket.onopen = () => like.onopen?.();
  socket.onmessage = (event) => {
    if (typeof event.data === "string") like.onmessage?.(event.data);
  };
  socket.onclose = (event) => like.onclose?.(event.code);
  return like;
}

export const browserWorld: World = { openSocket: openBrowserSocket, timers: browserTimers, network: browserNetwork };
