// The house's colours as a canvas needs them: computed, and again when the paper turns from day to evening.

export interface Palette {
  paper: string;
  sheet: string;
  plate: string;
  ink: string;
  inkSoft: string;
  edge: string;
  hairline: string;
  wax: string;
  onWax: string;
  laurel: string;
  amber: string;
}

const names: Record<keyof Palette, string> = {
  paper: "--paper",
  sheet: "--sheet",
  plate: "--plate",
  ink: "--ink",
  inkSoft: "--ink-soft",
  edge: "--edge",
  hairline: "--hairline",
  wax: "--wax-solid",
  onWax: "--on-wax",
  laurel: "--laurel",
  amber: "--amber",
};

/** Custom properties hold `light-dark()` unresolved; a painted element gives the colour of now. */
export function readPalette(beside: Element): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  beside.append(probe);
  const result = {} as Palette;
  for (const [name, variable] of Object.entries(names) as [keyof Palette, string][]) {
    probe.style.color = `var(${variable})`;
    result[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return result;
}

/** Calls back whenever day and evening change places. */
export function watchPalette(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const evening = matchMedia("(prefers-color-scheme: dark)");
  evening.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    evening.removeEventListener("change", changed);
  };
}
