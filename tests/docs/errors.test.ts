import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { meetingRejectionCodes } from '#core/meeting/meetingResult.ts';
import { suggestionRejectionCodes } from '#core/suggestions/checkEntry.ts';
import { problemStatus } from '#protocol/problems.ts';
import { closeCodes } from '#protocol/sync.ts';

const page = await readFile('docs/errors.md', 'utf8');
const editSource = await readFile('src/core/edit/edit.ts', 'utf8');

/** The first two cells of each row of the table under a heading, without backticks. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter(
      (line) => line.startsWith('| ') && !line.startsWith('| code') && !line.startsWith('| -'),
    )
    .map((line) => line.split('|').slice(1, 3))
    .map((cells) => cells.map((cell) => cell.replaceAll('`', '').trim()));
}

describe('docs/errors.md', () => {
  it('explains every problem of the HTTP interface, with its status', () => {
    const documented = Object.fromEntries(
      rowsUnder('Problems of the HTTP interface').map(([code, status]) => [code, Number(status)]),
    );

    expect(documented).toEqual(problemStatus);
  });

  it('explains every close code of the socket', () => {
    const documented = Object.fromEntries(
      rowsUnder('Close codes of the socket').map(([code, name]) => [name, Number(code)]),
    );

    expect(documented).toEqual(closeCodes);
  });

  it('explains every rejection of an edit', () => {
    const union = editSource.split('export type RejectionCode =')[1]?.split(';')[0] ?? '';
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
    const documented = rowsUnder('Rejections of edits').map(([code]) => code);

    expect(codes.length).toBeGreaterThan(0);
    expect([...documented].sort()).toEqual([...codes].sort());
  });

  it('explains every rejection in a meeting', () => {
    const documented = rowsUnder('Rejections in a meeting').map(([code]) => code);

    expect([...documented].sort()).toEqual([...meetingRejectionCodes].sort());
  });

  it('explains every rejection of a suggestion', () => {
    const documented = rowsUnder('Rejections of suggestions').map(([code]) => code);

    expect([...documented].sort()).toEqual([...suggestionRejectionCodes].sort());
  });
});
