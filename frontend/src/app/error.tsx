// A page that could not be printed, with a way to try again.
"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Empty
      level={1}
      title="The room is dark for a moment"
      action={
        <>
          <Button onClick={() => (navigator.onLine ? window.location.reload() : reset())}>Try again</Button>
          <ButtonLink href="/" tone="line">
            To the catalogue
          </ButtonLink>
        </>
      }
    >
      This page could not be fetched. Bids that were accepted stay accepted; one you were waiting for is asked about as soon as the house answers.
    </Empty>
  );
}
