export interface LogoProps {
  /** Width and height, in px. */
  readonly size?: number;
}

/** The mark: a flow that leaves one box and ends in another. Decorative; the name stands beside it. */
export function Logo({ size = 28 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--mantine-color-ink-7)" />
      <rect x="5.5" y="6" width="12" height="7" rx="3.5" fill="#fff" />
      <rect x="14.5" y="19" width="12" height="7" rx="1.5" fill="#fff" />
      <path
        d="M17.5 9.5h3v6"
        fill="none"
        stroke="#9ed3dc"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M17.4 14.4h6.2l-3.1 3.8z" fill="#9ed3dc" />
    </svg>
  );
}
