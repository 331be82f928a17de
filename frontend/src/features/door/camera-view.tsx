// The camera's picture and its switch; a camera that is not there or not allowed is said, and the scanner still works.
"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type CameraTrouble, readCamera, troubleIn } from "./camera";

const troubles: Record<CameraTrouble, [string, string]> = {
  denied: ["The camera is not allowed", "This browser was told not to give it to this page. Allow it in the settings that open beside the address, then press again."],
  none: ["There is no camera here", "No camera was found, or this address is not a secure one (https); browsers give the camera to no other."],
  broken: ["The camera could not be started", "Another app may be using it. Close that one and press again."],
};

interface CameraViewProps {
  onCode: (text: string) => void;
  onTouch: () => void;
  /** The person wants to write the code instead. */
  onType: () => void;
}

export function CameraView({ onCode, onTouch, onType }: CameraViewProps) {
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
          <p>{troubles[trouble][1]}</p>
          <p className="mt-1">
            Tickets can be checked without it. A keyboard scanner is heard on this page at once; or the letters of a code, as any app that reads codes shows them, can be typed or pasted below.
          </p>
          <Button size="small" tone="line" className="mt-3" onClick={onType}>
            Type the code
          </Button>
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
