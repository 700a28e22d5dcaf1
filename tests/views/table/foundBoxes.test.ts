import { describe, expect, it } from 'vitest';
import { findTexts } from '#core/edit/findTexts.ts';
import { readExample } from '#tests/support/examples.ts';
import { toFoundBoxes } from '#views/table/foundBoxes.ts';
import { toPrintedPages } from '#views/table/pageModel.ts';

const procedure = readExample('pemutakhiran-data-pemilih');
const pages = toPrintedPages(procedure).models;

describe('toFoundBoxes', () => {
  it('puts a box on the words alone, one on each line that they stand on', () => {
    const matches = find('pelindungan data pribadi');

    const boxes = pages.flatMap((page) => toFoundBoxes(page, matches, procedure));

    const lines = pages.flatMap(({ layout }) => layout.cells.flatMap((cell) => cell.lines));
    const onLines = boxes.map(({ box }) =>
      lines.find(
        ({ x, y, width }) =>
          y > box.y && y < box.y + box.height && box.x + box.width <= x + width + 1,
      ),
    );
    expect(boxes.length).toBeGreaterThan(0);
    expect(onLines).not.toContain(undefined);
  });

  it('finds each match where it is printed, and nowhere else', () => {
    const matches = find('DPT');

    const found = pages.map((page) => toFoundBoxes(page, matches, procedure).length);

    expect(found.reduce((sum, count) => sum + count)).toBe(matches.length);
    expect(found.filter((count) => count > 0).length).toBeGreaterThan(1);
  });
});

function find(text: string) {
  return findTexts(procedure, { text, isCaseSensitive: false, isWholeWord: false });
}
