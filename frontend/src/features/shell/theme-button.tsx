// Switches between day and evening paper; the choice is a cookie, so that the server prints the right one.
"use client";
import { SunMoonMark } from "@/components/ui/marks";

const yearSeconds = 365 * 24 * 3_600;

function toggleTheme(): void {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = isDark ? "light" : "dark";
  root.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

export function ThemeButton() {
  return (
    <button type="button" onClick={toggleTheme} aria-label="Switch between light and dark" className="grid size-11 place-items-center text-ink-soft hover:text-ink">
      <SunMoonMark className="size-5" />
    </button>
  );
}
