// The life of a small form: sending, refused with one sentence, done.
"use client";
import { type FormEvent, useState } from "react";
import { Problem, sentence } from "@/lib/api/problem";

export interface FormState {
  isBusy: boolean;
  error: string | null;
  code: string | null;
  isDone: boolean;
}

/** Wraps `act` into a submit handler; the form's own fields are handed over as text. */
export function useForm(act: (fields: (name: string) => string, form: HTMLFormElement) => Promise<void>) {
  const [state, setState] = useState<FormState>({ isBusy: false, error: null, code: null, isDone: false });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    setState({ isBusy: true, error: null, code: null, isDone: false });
    act((name) => String(fields.get(name) ?? ""), form)
      .then(() => setState({ isBusy: false, error: null, code: null, isDone: true }))
      .catch((error: unknown) =>
        setState({ isBusy: false, error: sentence(error), code: error instanceof Problem ? error.code : null, isDone: false }),
      );
  };
  return { ...state, submit };
}
