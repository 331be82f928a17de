// A labelled input with its hint and its error, wired for screen readers.
"use client";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";

const box =
  "w-full rounded-edge border border-edge bg-sheet px-3 text-ink placeholder:text-ink-soft/80 transition-colors duration-(--quick) " +
  "hover:border-ink focus-visible:outline-offset-1 aria-invalid:border-wax aria-invalid:border-2 disabled:opacity-60";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
}

interface Wired {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

function Frame({ label, hint, error, className, children }: FieldProps & { className?: string; children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = classNames(hint ? hintId : null, error ? errorId : null) || undefined;
  return (
    <div className={classNames("grid grid-cols-1 gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {hint ? (
        <p id={hintId} className="text-small text-ink-soft">
          {hint}
        </p>
      ) : null}
      <p id={errorId} role="alert" className={error ? "text-small font-semibold text-wax" : "hidden"}>
        {error}
      </p>
    </div>
  );
}

export function Field({ label, hint, error, className, ...input }: FieldProps & ComponentProps<"input">) {
  return (
    <Frame label={label} hint={hint} error={error} className={className}>
      {(wired) => <input {...input} {...wired} className={classNames(box, "min-h-11")} />}
    </Frame>
  );
}

export function TextAreaField({ label, hint, error, className, ...area }: FieldProps & ComponentProps<"textarea">) {
  return (
    <Frame label={label} hint={hint} error={error} className={className}>
      {(wired) => <textarea rows={5} {...area} {...wired} className={classNames(box, "py-2.5 leading-relaxed")} />}
    </Frame>
  );
}

export function SelectField({ label, hint, error, className, children, ...select }: FieldProps & ComponentProps<"select">) {
  return (
    <Frame label={label} hint={hint} error={error} className={className}>
      {(wired) => (
        <select {...select} {...wired} className={classNames(box, "min-h-11")}>
          {children}
        </select>
      )}
    </Frame>
  );
}

export function Checkbox({ label, className, ...input }: { label: ReactNode } & ComponentProps<"input">) {
  return (
    <label className={classNames("flex min-h-9 items-center gap-3", className)}>
      <input type="checkbox" {...input} className="size-5 shrink-0 accent-(--wax-solid)" />
      <span>{label}</span>
    </label>
  );
}
