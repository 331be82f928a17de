// The pages of a list that the server renders: each has an address of its own.
import { ButtonLink } from "./button";

interface PageLinksProps {
  /** From 1. */
  page: number;
  size: number;
  total: number;
  addressOf: (page: number) => string;
}

/** Nothing where everything is on one page. */
export function PageLinks({ page, size, total, addressOf }: PageLinksProps) {
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-12 flex items-center justify-between gap-4 border-t border-hairline pt-4">
      {page > 1 ? <ButtonLink tone="line" href={addressOf(page - 1)}>Previous</ButtonLink> : <span />}
      <p className="text-ink-soft">
        Page {page} of {pages}
      </p>
      {page < pages ? <ButtonLink tone="line" href={addressOf(page + 1)}>Next</ButtonLink> : <span />}
    </nav>
  );
}
