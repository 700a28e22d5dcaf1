import { describe, expect, it } from 'vitest';
import { readExample } from '#tests/support/examples.ts';
import { findHeadDrop } from '#views/table/headDrop.ts';
import { toPrintedPages } from '#views/table/pageModel.ts';
import { placePages } from '#views/table/placement.ts';

const pages = toPrintedPages(readExample('pemutakhiran-data-pemilih')).models;
const placement = placePages(
  pages.map(({ layout }) => layout),
  { zoom: 1, viewportWidth: 1400, gap: 28, bottom: 76 },
);

describe('findHeadDrop', () => {
  it('shows the same place of the order at the end of a page and at the head of the next', () => {
    const [above, below] = [toRowEdge(1, 'last'), toRowEdge(2, 'first')];

    const atEnd = drop(above.y);
    const atHead = drop(below.y);

    expect(atEnd?.place).toEqual({ after: above.step });
    expect(atHead?.place).toEqual({ before: below.step });
    expect(atEnd?.line.y).toBeCloseTo(above.y);
    expect(atHead?.line.y).toBeCloseTo(below.y);
  });

  it('offers nothing where the row is already', () => {
    const { step, y } = toRowEdge(2, 'first');

    expect(findHeadDrop({ kind: 'step', id: step }, { pages, placement }, { x: 0, y })).toBe(
      undefined,
    );
  });
});

function drop(y: number) {
  const first = pages[1]?.layout.rows[0]?.step ?? '';
  return findHeadDrop({ kind: 'step', id: first }, { pages, placement }, { x: 0, y });
}

/** The outer edge of a page's first or last row on the desk. */
function toRowEdge(page: number, which: 'first' | 'last') {
  const rows = pages[page]?.layout.rows ?? [];
  const row = which === 'first' ? rows[0] : rows.at(-1);
  const sheet = placement.pages[page];
  if (!row || !sheet) throw new RangeError(`No rows on page ${page}`);
  const edge = which === 'first' ? row.y : row.y + row.height;
  return { step: row.step, y: sheet.y + edge * placement.scale };
}
