// A picture in a conversation: small among the words, large when one asks.
"use client";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";

export function ChatPicture({ address, name }: { address: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isLost, setLost] = useState(false);
  if (isLost) return <span className="text-ink-soft italic">{name}: the picture could not be fetched</span>;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} aria-label={`Enlarge ${name}`} className="block max-w-full">
        {/* Of fixed height, so that the conversation does not jump when it arrives. */}
        <img src={`${address}?size=400`} alt={name} loading="lazy" decoding="async" onError={() => setLost(true)} className="h-44 w-auto max-w-full min-w-24 bg-plate object-cover" />
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={name} isWide>
        <img src={`${address}?size=800`} alt={name} className="mx-auto max-h-[70dvh] w-auto max-w-full object-contain" />
        <p>
          <a href={address} target="_blank" rel="noreferrer" className="font-semibold underline underline-offset-4">
            In full size
          </a>
        </p>
      </Dialog>
    </>
  );
}
