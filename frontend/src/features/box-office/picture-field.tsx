// One picture of an event, with what it looks like, or what is there already.
"use client";
import { useEffect, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";

export const pictureBytesMax = 10 * 1024 * 1024;

interface PictureFieldProps {
  label: string;
  hint: string;
  file: File | null;
  present: string | null;
  onChange: (file: File | null) => void;
}

export function PictureField({ label, hint, file, present, onChange }: PictureFieldProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const preview = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => (preview ? URL.revokeObjectURL(preview) : undefined), [preview]);
  const shown = preview ?? present;
  return (
    <div className="grid content-start gap-2">
      <label className="grid min-h-28 place-content-center justify-items-center gap-1 border border-dashed border-edge bg-sheet p-4 text-center hover:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-wax">
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0] ?? null;
            event.target.value = "";
            const isTooLarge = chosen !== null && chosen.size > pictureBytesMax;
            setWrong(isTooLarge ? `${chosen.name} is larger than 10 MB.` : null);
            if (chosen && !isTooLarge) onChange(chosen);
          }}
        />
        <span className="font-semibold">{label}</span>
        <span className="text-small text-ink-soft">{hint}</span>
      </label>
      {wrong ? (
        <p role="alert" className="text-small font-semibold text-wax">
          {wrong}
        </p>
      ) : null}
      {shown ? <img src={shown} alt={file?.name ?? label} className="max-h-64 border border-hairline bg-sheet object-contain p-2" /> : null}
      {file ? (
        <Button size="small" tone="quiet" className="justify-self-start px-0" onClick={() => onChange(null)}>
          Take it away
        </Button>
      ) : null}
    </div>
  );
}
