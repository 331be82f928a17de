// The one button of the house, as a button or as a link.
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export type ButtonTone = "ink" | "wax" | "line" | "quiet" | "danger";

const tones: Record<ButtonTone, string> = {
  ink: "bg-ink text-paper border-ink hover:bg-ink-soft hover:border-ink-soft",
  wax: "bg-wax-solid text-on-wax border-wax-solid hover:bg-wax-press hover:border-wax-press",
  line: "bg-transparent text-ink border-edge hover:border-ink hover:bg-sheet",
  quiet: "bg-transparent text-ink border-transparent underline decoration-hairline underline-offset-4 hover:decoration-ink",
  danger: "bg-transparent text-wax border-wax hover:bg-wax-wash",
};

const sizes = {
  small: "min-h-9 px-3 text-small",
  normal: "min-h-11 px-5 text-body",
  large: "min-h-14 px-6 text-lead",
};

interface Look {
  tone?: ButtonTone;
  size?: keyof typeof sizes;
  wide?: boolean;
}

function look({ tone = "ink", size = "normal", wide }: Look, className?: string): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-edge border font-semibold text-center no-underline",
    "transition-colors duration-(--quick) active:translate-y-px",
    "disabled:opacity-55 disabled:cursor-not-allowed disabled:active:translate-y-0",
    tones[tone],
    sizes[size],
    wide && "w-full",
    className,
  );
}

type ButtonProps = ComponentProps<"button"> & Look & { isBusy?: boolean; busyText?: string };

export function Button({ tone, size, wide, isBusy, busyText, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} aria-busy={isBusy || undefined} disabled={rest.disabled || isBusy} {...rest} className={look({ tone, size, wide }, className)}>
      {isBusy ? (busyText ?? children) : children}
    </button>
  );
}

export function ButtonLink({ tone, size, wide, className, href, children, ...rest }: Look & ComponentProps<typeof Link> & { children: ReactNode }) {
  return (
    <Link href={href} {...rest} className={look({ tone, size, wide }, className)}>
      {children}
    </Link>
  );
}
