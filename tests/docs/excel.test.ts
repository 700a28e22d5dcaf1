import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHEET_CODES } from '#core/sheets/sheetNotes.ts';

describe('docs/excel.md', () => {
  it('explains every code of the import report', () => {
    const page = readFileSync('docs/excel.md', 'utf8');

    expect(SHEET_CODES.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
