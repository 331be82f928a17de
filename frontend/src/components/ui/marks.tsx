// The drawn marks of the house: hammer, paddle, star and a few signs, as inline strokes that take the text's colour.
import type { ComponentProps, ReactNode } from "react";

type MarkProps = ComponentProps<"svg">;

function Mark({ children, ...rest }: MarkProps & { children: ReactNode }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" {...rest}>
      {children}
    </svg>
  );
}

export const HammerMark = (props: MarkProps) => (
  <Mark {...props}>
    <g transform="rotate(-40 16 12)">
      <rect x="9" y="6.5" width="14" height="9" rx="1.2" />
      <path d="M12 6.5v9M20 6.5v9" />
      <path d="M16 15.5V29" strokeWidth="2.6" />
    </g>
    <path d="M4 28.5h11" />
  </Mark>
);

export const PaddleMark = (props: MarkProps) => (
  <Mark {...props}>
    <circle cx="16" cy="11.5" r="8.5" />
    <path d="M14.5 20v9.5h3V20" />
  </Mark>
);

export const StarMark = ({ filled, ...props }: MarkProps & { filled?: boolean }) => (
  <Mark {...props} fill={filled ? "currentColor" : "none"}>
    <path d="M16 4.5l3.5 7.4 8 1.1-5.8 5.6 1.4 8-7.1-3.9-7.1 3.9 1.4-8L4.5 13l8-1.1z" />
  </Mark>
);

export const SearchMark = (props: MarkProps) => (
  <Mark {...props}>
    <circle cx="13.5" cy="13.5" r="8.5" />
    <path d="M20 20l8 8" />
  </Mark>
);

export const PeopleMark = (props: MarkProps) => (
  <Mark {...props}>
    <circle cx="12" cy="10" r="4.5" />
    <path d="M3.5 26c.6-5.5 4-8 8.5-8s7.9 2.5 8.5 8M21 6.5a4.3 4.3 0 010 7.5M24 18.5c2.6 1.200 4.100 3.700 4.5 7.5" />
  </Mark>
);

export const CrossMark = (props: MarkProps) => (
  <Mark {...props}>
    <path d="M7 7l18 18M25 7L7 25" />
  </Mark>
);

export const SunMoonMark = (props: MarkProps) => (
  <Mark {...props}>
    <circle cx="16" cy="16" r="9" />
    <path d="M16 7a9 9 0 010 18z" fill="currentColor" />
  </Mark>
);

export const ArrowMark = (props: MarkProps) => (
  <Mark {...props}>
    <path d="M6 16h20M19 9l7 7-7 7" />
  </Mark>
);
