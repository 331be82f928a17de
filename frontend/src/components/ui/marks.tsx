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
    <path d="M3.5 26c.6-5.5 4-8 8.5-8s7.9 2.5 8.5 8M21 6.5a4.3 4.3 0 010 7.5M24 18.5c2.6 1.2 4.1 3.7 4.5 7.5" />
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

export const TicketMark = (props: MarkProps) => (
  <Mark {...props}>
    <path d="M4 9h24v4.5a2.5 2.5 0 000 5V23H4v-4.5a2.5 2.5 0 000-5z" />
    <path d="M20.5 9v2.5M20.5 14.75v2.5M20.5 20.5V23" />
  </Mark>
);

export const CheckMark = (props: MarkProps) => (
  <Mark {...props}>
    <path d="M5 17l7.5 7.5L27 8" />
  </Mark>
);

export const LetterMark = (props: MarkProps) => (
  <Mark {...props}>
    <path d="M4 7h24v17H13l-5.5 4.5V24H4z" />
    <path d="M9.5 13h13M9.5 18h8" />
  </Mark>
);

export const ClipMark = (props: MarkProps) => (
  <Mark {...props}>
    <path d="M22 11.5v10.5a6 6 0 01-12 0V9a4 4 0 018 0v12.5a2 2 0 01-4 0V11.5" />
  </Mark>
);

export const DotsMark = (props: MarkProps) => (
  <Mark {...props} fill="currentColor" stroke="none">
    <circle cx="7" cy="16" r="2.2" />
    <circle cx="16" cy="16" r="2.2" />
    <circle cx="25" cy="16" r="2.2" />
  </Mark>
);
