// The camera's picture and its switch; a camera that is not there or not allowed is said, and the scanner still works.
"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type CameraTrouble, readCamera, troubleIn } from "./camera";

const troubles: Record<CameraTrouble, [string, string]> = {
  denied: ["The camera is not allowed", "Allow it for this address in the browser’s settings, or use a keyboard scanner."],
  none: ["There is no camera here", "Browsers give the camera only to secure addresses (https). A keyboard scanner works without one."],
  broken: ["The camera could not be started", "Another app may be using it. Close that one and try again, or use a keyboard scanner."],
};

export function CameraView({ onCode, onTouch }: { onCode: (text: string) => void; onTouch: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const newest = useRef(onCode);
  const [isOn, setOn] = useState(false);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  useEffect(() => {
    newest.current = onCode;
  });
  useEffect(() => {
    if (!isOn || !video.current) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    readCamera(video.current, (text) => newest.current(text)).then(
      (made) => {
        if (isGone) made();
        else stop = made;
      },
      (error: unknown) => {
        if (isGone) return;
        setTrouble(troubleIn(error));
        setOn(false);
      },
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, [isOn]);
  return (
    <section aria-label="Camera" className="grid gap-3">
      {isOn ? (
        <div className="relative overflow-hidden border border-hairline bg-plate">
          <video ref={video} muted playsInline aria-label="What the camera sees" className="aspect-[4/3] w-full object-cover" />
          <div aria-hidden className="absolute inset-[18%] border-2 border-[#fff] shadow-[0_0_0_999px_rgb(0_0_0/0.35)]" />
        </div>
      ) : null}
      {trouble ? (
        <Notice tone="warn" role="alert" title={troubles[trouble][0]}>
          {troubles[trouble][1]}
        </Notice>
      ) : null}
      <Button
        tone={isOn ? "line" : "ink"}
        wide
        onClick={() => {
          onTouch();
          setTrouble(null);
          setOn(!isOn);
        }}
      >
        {isOn ? "Stop the camera" : "Scan with the camera"}
      </Button>
    </section>
  );
}
