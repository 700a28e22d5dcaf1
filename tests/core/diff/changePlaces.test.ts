import { describe, expect, it } from 'vitest';
import { findChangePlaces } from '#core/diff/changePlaces.ts';
import { toEntries } from '#core/diff/entryKeys.ts';
import { compareProcedures } from '#core/diff/listChanges.ts';
import { toCanvasPage } from '#core/export/canvasScene.ts';
import type { PageLayout } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { afterMeeting } from '#tests/support/afterMeeting.ts';
import { readExample } from '#tests/support/examples.ts';

const example = readExample('permohonan-informasi-publik');
const after = afterMeeting(example);
const { before, changes } = compareProcedures(example, after);

describe('findChangePlaces', () => {
  it('finds every line of the list on the pages of one side or the other', () => {
    const places = [
      ...layoutDocument(before).pages.flatMap((page) => findChangePlaces(page, changes, 'before')),
      ...layoutDocument(after).pages.flatMap((page) => findChangePlaces(page, changes, 'after')),
    ];

    const found = new Set(places.map(({ entry }) => entry));
    const missing = toEntries(changes).filter(({ key }) => !found.has(key));
    expect(missing.map(({ key }) => key)).toEqual(['setting:paper', 'setting:exitLabels']);
  });

  it('marks the row of what went before, of what came after, and of what moved on both', () => {
    expect(toRows(layoutDocument(before).pages, 'before')).toEqual([
      'step:s4 moved',
      'step:s9 removed',
    ]);
    expect(toRows(layoutDocument(after).pages, 'after')).toEqual([
      'step:s4 moved',
      'step:survey added',
    ]);
  });

  it('marks only the cell whose text changed', () => {
    const page = layoutDocument(after).pages.find(({ rows }) =>
      rows.some(({ step }) => step === 's6'),
    );
    if (!page) throw new RangeError('No page with step s6');

    const places = findChangePlaces(page, changes, 'after').filter(
      ({ entry }) => entry === 'step:s6',
    );

    expect(places.map(({ key }) => key)).toEqual(['step:s6:duration', 'step:s6:notes']);
    const cell = page.cells.find(
      ({ step, target }) => step === 's6' && target?.of === 'step' && target.field === 'duration',
    );
    expect(places[0]).toMatchObject({ kind: 'area', box: { x: cell?.x, width: cell?.width } });
  });

  it('finds rows, symbols and arrows on the canvas too', () => {
    const places = findChangePlaces(toCanvas(after), changes, 'after');

    expect(places.map(({ key, kind }) => `${kind} ${key}`)).toEqual(
      expect.arrayContaining([
        'area step:survey:added',
        'area actor:desk:changed',
        'symbol step:s10:symbol:s10a',
        'line step:survey:flow:toSurvey:0',
      ]),
    );
  });
});

function toRows(pages: readonly PageLayout[], side: 'before' | 'after'): readonly string[] {
  return pages
    .flatMap((page) => findChangePlaces(page, changes, side))
    .filter(({ key, sign, entry }) => key === `${entry}:${sign}` && entry.startsWith('step:'))
    .map(({ entry, sign }) => `${entry} ${sign}`);
}

function toCanvas(procedure: Procedure): PageLayout {
  const page = toCanvasPage(procedure, layoutCanvas(procedure));
  if (!page) throw new RangeError('Nothing is drawn');
  return page.layout;
}
