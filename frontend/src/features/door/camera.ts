// Reads codes from the camera: a picture some times a second, decoded on this device.
//
// The decoder is zxing-wasm: the C++ of ZXing, which is kept up (jsQR has had no release since 2021), reads codes that are
// bent, dim or upside down, and is the same on every browser, while BarcodeDetector is missing in Safari and Firefox. Its
// program is shipped with these pages, so that a door without internet still opens, and nothing foreign is fetched.
import type { ReaderOptions } from "zxing-wasm/reader";

const everyMs = 120;
/** A code fills a third of the picture or more; a larger picture only takes longer. */
const widthMax = 800;

const options: ReaderOptions = { formats: ["QRCode"], tryHarder: true, tryInvert: true, maxNumberOfSymbols: 1 };

export type CameraTrouble = "denied" | "none" | "broken";

async function loadDecoder() {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  const program = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => program }, fireImmediately: true });
  return async (picture: ImageData) => (await readBarcodes(picture, options)).find((code) => code.isValid)?.text ?? null;
}

export function troubleIn(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "broken";
}

/** Shows the camera in `video` and calls `onCode` for every code in sight; the returned function stops it. */
export async function readCamera(video: HTMLVideoElement, onCode: (text: string) => void): Promise<() => void> {
  // Plain http has no camera at all.
  if (!navigator.mediaDevices) throw new DOMException("no camera here", "NotFoundError");
  const decoder = loadDecoder();
  decoder.catch(() => undefined);
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false });
  const end = () => stream.getTracks().forEach((track) => track.stop());
  const decode = await decoder.catch((error: unknown) => {
    // A camera that nobody reads must not go on looking.
    end();
    throw error;
  });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let isOver = false;
  let timer: ReturnType<typeof setTimeout>;
  const look = async () => {
    const scale = Math.min(1, widthMax / (video.videoWidth || 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (context && canvas.width > 0 && canvas.height > 0) {
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const text = await decode(context.getImageData(0, 0, canvas.width, canvas.height)).catch(() => null);
      if (text && !isOver) onCode(text);
    }
    if (!isOver) timer = setTimeout(() => void look(), everyMs);
  };
  void look();
  return () => {
    isOver = true;
    clearTimeout(timer);
    end();
    video.srcObject = null;
  };
}
