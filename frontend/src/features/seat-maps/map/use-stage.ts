// Keeps a hall's stage on a canvas in step with what React knows.
"use client";
import { useEffect, useRef, useState } from "react";
import type { Scene } from "./draw-hall";
import { HallStage } from "./hall-stage";

export function useStage(scene: Scene, onPick: (place: number) => void) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<HallStage | null>(null);
  const newest = useRef({ scene, onPick });
  const [pointed, setPointed] = useState<number | null>(null);
  const [isZoomed, setZoomed] = useState(false);
  const { index } = scene;
  useEffect(() => {
    newest.current = { scene, onPick };
    stage.current?.show(scene);
  });
  useEffect(() => {
    if (!canvas.current) return;
    const made = new HallStage(canvas.current, newest.current.scene, {
      onPick: (place) => newest.current.onPick(place),
      onPoint: setPointed,
      onZoom: setZoomed,
    });
    stage.current = made;
    return () => {
      stage.current = null;
      made.destroy();
    };
  }, [index]);
  return { canvas, stage, pointed, isZoomed };
}
