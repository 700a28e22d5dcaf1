import type { Language } from '#app/i18n/i18n.ts';

/** "Selasa, 2 Juni 2026 pukul 09.00" for "2026-06-02T09:00", whatever the zone of this browser. */
export function formatScheduled(scheduledOn: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${scheduledOn}:00Z`));
}

/** The next full hour here, as day and time. */
export function toNextHour(now: Date): { readonly date: string; readonly time: string } {
  const next = new Date(now);
  next.setHours(now.getHours() + 1, 0, 0, 0);
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${next.getFullYear()}-${pad(next.getMonth() + 1)}-${pad(next.getDate())}`,
    time: `${pad(next.getHours())}:00`,
  };
}
