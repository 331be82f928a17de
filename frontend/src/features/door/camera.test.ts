// A camera that is refused, missing or of no use says so, and is not left looking at anybody.
import { afterEach, expect, test, vi } from "vitest";
import { readCamera, troubleIn } from "./camera";

vi.mock("zxing-wasm/reader", () => ({ prepareZXingModule: () => Promise.reject(new TypeError("offline")), readBarcodes: vi.fn() }));
afterEach(() => vi.unstubAllGlobals());

const video = () => ({ play: vi.fn() }) as unknown as HTMLVideoElement;
const cameraThat = (getUserMedia: () => Promise<unknown>) => vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
const troubleOf = async () => troubleIn(await readCamera(video(), () => undefined).catch((error: unknown) => error));

test("a camera that is not allowed, not there or in use is told apart", async () => {
  for (const [name, trouble] of [["NotAllowedError", "denied"], ["NotFoundError", "none"], ["NotReadableError", "broken"]] as const) {
    cameraThat(() => Promise.reject(new DOMException("no", name)));
    expect(await troubleOf()).toBe(trouble);
  }
  vi.stubGlobal("navigator", {});
  expect(await troubleOf()).toBe("none");
});

test("a camera whose decoder could not be fetched is switched off again", async () => {
  const stop = vi.fn();
  cameraThat(async () => ({ getTracks: () => [{ stop }] }));
  expect(await troubleOf()).toBe("broken");
  expect(stop).toHaveBeenCalledOnce();
});
