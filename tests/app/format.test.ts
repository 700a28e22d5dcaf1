import { describe, expect, it } from 'vitest';
import { formatRelative } from '#app/i18n/format.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

describe('formatRelative', () => {
  it.each([
    ['2026-11-24T11:59:40Z', 'sekarang', 'now'],
    ['2026-11-24T11:55:00Z', '5 menit yang lalu', '5 minutes ago'],
    ['2026-11-24T08:59:00Z', '3 jam yang lalu', '3 hours ago'],
    ['2026-11-23T11:00:00Z', 'kemarin', 'yesterday'],
    ['2026-11-04T12:00:00Z', '2 minggu yang lalu', '2 weeks ago'],
  ])('says how long ago %s was', (iso, indonesian, english) => {
    expect(formatRelative(iso, now, 'id')).toBe(indonesian);
    expect(formatRelative(iso, now, 'en')).toBe(english);
  });
});
