import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IMPORT_CODES } from '#core/bpmn/importReport.ts';

describe('docs/bpmn.md', () => {
  it('explains every code of the import report', () => {
    const page = readFileSync('docs/bpmn.md', 'utf8');

    expect(IMPORT_CODES.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
