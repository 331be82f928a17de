// Where one writes: a growing field, files by button, paste and drop, and quick replies for those who have them.
"use client";
import { type ComponentProps, type ReactNode, type RefObject, useImperativeHandle, useRef, useState, useSyncExternalStore } from "react";
import { classNames } from "@/components/ui/class-names";
import { ArrowMark, ClipMark } from "@/components/ui/marks";
import { tabDrafts } from "../live/drafts";

const contentMax = 4_000;

export interface ComposerHandle {
  focus: () => void;
}

/** What may sit above the field while one types; it may take keys before the field does. */
export interface Assist {
  isTaking: (event: React.KeyboardEvent) => boolean;
  view: ReactNode;
  /** What a screen reader is told about the list above the field. */
  wired?: Pick<ComponentProps<"textarea">, "aria-autocomplete" | "aria-controls" | "aria-activedescendant">;
}

export type MakeAssist = (text: string, setText: (text: string) => void) => Assist;

interface ComposerProps {
  /** The place on disk of what is typed and not sent. */
  draftKey: string;
  label: string;
  /** Null where nothing can be sent from here, for instance signed out: then `instead` says what to do. */
  onSay: ((text: string) => void) | null;
  instead?: ReactNode;
  onFiles?: (files: File[]) => void;
  onTyping?: () => void;
  assist?: MakeAssist;
  ref?: RefObject<ComposerHandle | null>;
}

const noAssist = (): Assist => ({ isTaking: () => false, view: null });

function useDraft(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    (changed) => tabDrafts().subscribe(changed),
    () => tabDrafts().read(key),
    () => "",
  );
  return [text, (next) => tabDrafts().write(key, next)];
}

export function Composer({ draftKey, label, onSay, instead, onFiles, onTyping, assist = noAssist, ref }: ComposerProps) {
  const [text, setText] = useDraft(draftKey);
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));
  const { isTaking, view, wired } = assist(text, setText);
  const say = () => {
    const clean = text.trim();
    if (!clean || !onSay) return;
    onSay(clean);
    setText("");
    field.current?.focus();
  };
  const take = (files: FileList | null | undefined) => {
    if (!files?.length || !onFiles) return false;
    onFiles([...files]);
    return true;
  };
  return (
    <form
      className={classNames("relative border-t border-hairline bg-paper pt-3", isOver && "outline-2 outline-wax outline-dashed")}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
      onDragOver={(event) => {
        if (!onFiles) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (take(event.dataTransfer.files)) event.preventDefault();
      }}
    >
      {view}
      <div className="flex items-end gap-1">
        {onFiles ? (
          <>
            <input ref={picker} type="file" multiple hidden aria-label="Attach a picture or file" onChange={(event) => take(event.target.files) && (event.target.value = "")} />
            <button type="button" onClick={() => picker.current?.click()} aria-label="Attach a picture or file" className="grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink">
              <ClipMark className="size-5" />
            </button>
          </>
        ) : null}
        <textarea
          {...wired}
          ref={field}
          aria-label={label}
          placeholder={label}
          rows={1}
          maxLength={contentMax}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value) onTyping?.();
          }}
          onPaste={(event) => {
            if (take(event.clipboardData.files)) event.preventDefault();
          }}
          onKeyDown={(event) => {
            if (isTaking(event)) return;
            // A thumb's keyboard has no Shift+Enter, so there Enter makes a line and the arrow sends.
            const isThumb = window.matchMedia("(pointer: coarse)").matches;
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || isThumb) return;
            event.preventDefault();
            say();
          }}
          className="field-sizing-content max-h-48 min-h-11 w-full min-w-0 grow resize-none rounded-edge border border-edge bg-sheet px-3 py-2.5 leading-normal placeholder:text-ink-soft/80 hover:border-ink focus-visible:outline-offset-1"
        />
        {onSay ? (
          <button
            type="submit"
            aria-label="Send"
            disabled={!text.trim()}
            className="grid size-11 shrink-0 place-items-center rounded-edge bg-wax-solid text-on-wax transition-colors duration-(--quick) hover:bg-wax-press disabled:bg-transparent disabled:text-edge"
          >
            <ArrowMark className="size-5" />
          </button>
        ) : null}
      </div>
      {onSay ? null : instead}
    </form>
  );
}
