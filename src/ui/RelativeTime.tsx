import { Tooltip } from './Tooltip.tsx';

export interface RelativeTimeProps {
  /** ISO time. */
  readonly at: string;
  /** "5 menit yang lalu". */
  readonly label: string;
  /** Date and time in full, shown on hover. */
  readonly exact: string;
}

export function RelativeTime({ at, label, exact }: RelativeTimeProps) {
  return (
    <Tooltip label={exact}>
      <time dateTime={at}>{label}</time>
    </Tooltip>
  );
}
