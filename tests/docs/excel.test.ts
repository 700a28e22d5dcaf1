import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('docs/excel.md', () => {
  it('explains every code of the import report', () => {
    const source = readFileSync('src/core/sheets/sheetNotes.ts', 'utf8');
    const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map((match) => match[1] ?? '');
    const page = readFileSync('docs/excel.md', 'utf8');

    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
