import { describe, expect, it } from 'vitest';
import { first as firstEnglish } from '#app/i18n/en.first.ts';
import { en } from '#app/i18n/en.ts';
import { first as firstIndonesian } from '#app/i18n/id.first.ts';
import { id } from '#app/i18n/id.ts';
import { readStaticImports } from '#tests/support/staticImports.ts';

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

describe('the texts of a first picture', () => {
  it('are all that the shell and the editor with its canvas use, so that neither waits for others', () => {
    const files = readStaticImports([
      'src/app/main.tsx',
      'src/app/editor/EditorPage.tsx',
      'src/views/canvas/Canvas.tsx',
    ]);
    const used = [...files.values()].flatMap((text) =>
      [...text.matchAll(/useTranslation\('(\w+)'\)/g)].map((match) => String(match[1])),
    );

    expect([...new Set(used)].sort()).toEqual(Object.keys(firstIndonesian).sort());
  });

  it('are the same in both languages', () => {
    expect(Object.keys(firstEnglish)).toEqual(Object.keys(firstIndonesian));
  });
});
