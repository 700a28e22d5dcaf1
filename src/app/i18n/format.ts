import type { Language } from './i18n.ts';

const units = [
  { unit: 'year', seconds: 365 * 24 * 3600 },
  { unit: 'month', seconds: 30 * 24 * 3600 },
  { unit: 'week', seconds: 7 * 24 * 3600 },
  { unit: 'day', seconds: 24 * 3600 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** "5 menit yang lalu", "kemarin". Times less than a minute away are "now". */
export function formatRelative(iso: string, nowMs: number, language: Language): string {
  const seconds = (Date.parse(iso) - nowMs) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const fitting = units.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (!fitting) return words.format(0, 'second');
  return words.format(Math.trunc(seconds / fitting.seconds), fitting.unit);
}

/** "24 November 2026 pukul 23.14". */
export function formatDateTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** "24 Nov 2026". */
export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso));
}
