import { describe, expect, it } from 'vitest';
import { en } from '#app/i18n/en.ts';
import { id } from '#app/i18n/id.ts';

/** "list.title" for every text; plural forms count as one. */
function toKeys(texts: object, prefix = ''): string[] {
  const keys = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? toKeys(value, `${prefix}${key}.`)
      : [`${prefix}${key}`.replace(/_(zero|one|two|few|many|other)$/, '')],
  );
  return [...new Set(keys)].sort();
}

/** The places for values in a text: ["name"] for "Halo {{name}}". */
function toPlaceholders(texts: object, path: string): string[] {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], texts);
  return [...String(value).matchAll(/\{\{(\w+)/g)].map((match) => String(match[1])).sort();
}

describe('texts', () => {
  it('have the same keys in Indonesian and English', () => {
    expect(toKeys(en)).toEqual(toKeys(id));
  });

  it('have the same values to fill in', () => {
    const differing = toKeys(id).filter(
      (key) => String(toPlaceholders(id, key)) !== String(toPlaceholders(en, key)),
    );

    expect(differing).toEqual([]);
  });

  it('are never empty', () => {
    const texts = JSON.stringify([id, en]);

    expect(texts).not.toContain('""');
  });
});
