// The foot of every page.
export function Footer() {
  return (
    <footer className="mt-auto border-t border-hairline">
      <div className="page-column flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 py-6 text-small text-ink-soft">
        <p>
          <span className="font-display text-lead text-ink italic">Saleroom.</span> Every bid is written once, in order, and can be shown later.
        </p>
        <p>Times are on the house’s clock, shown in your zone.</p>
      </div>
    </footer>
  );
}
