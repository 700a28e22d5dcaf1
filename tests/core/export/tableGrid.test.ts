import { describe, expect, it } from 'vitest';
import { type TableGrid, toTableGrids } from '#core/export/tableGrid.ts';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('toTableGrids', () => {
  it('gives the table as rows of cells with their spans', () => {
    const [grid] = toGrids(smallProcedure())[1] ?? [];

    expect(grid?.headerRowCount).toBe(3);
    expect(grid?.rowHeights).toHaveLength(7);
    expect(grid && toSpans(grid, 0)).toEqual([
      'No 0+1 3',
      'Kegiatan 1+1 3',
      'Pelaksana 2+3 1',
      'Mutu Baku 5+3 1',
      'Keterangan 8+1 3',
    ]);
    expect(grid && toSpans(grid, 1)).toEqual([
      'Sekretariat 2+2 1',
      'Sekretaris 4+1 2',
      'Kelengkapan 5+1 2',
      'Waktu 6+1 2',
      'Output 7+1 2',
    ]);
    expect(grid && toSpans(grid, 2)).toEqual(['Staf 2+1 1', 'Kasubag 3+1 1']);
    expect(grid?.cells[3]?.[0]).toMatchObject({ header: 'row', paragraphs: [{ text: '1' }] });
  });

  it('gives the identity with labels as headings of their rows', () => {
    const [grid] = toGrids(smallProcedure())[0] ?? [];

    expect(grid).toMatchObject({ table: 'identity', headerRowCount: 0 });
    expect(grid?.cells[0]?.map(({ header }) => header)).toEqual([undefined, 'row', undefined]);
    expect(grid && toSpans(grid, 0)[0]).toBe('Komisi Pemilihan Umum|Kota Bogor 0+1 6');
  });

  it('gives both tables of a page that holds both', () => {
    const procedure = { ...smallProcedure(), settings: { startsOnIdentityPage: true } };

    expect(toGrids(procedure)[0]?.map(({ table }) => table)).toEqual(['identity', 'steps']);
  });

  it.each(readExamples())('covers every place of the tables of $name once', ({ procedure }) => {
    for (const grid of toGrids(procedure).flat()) {
      const covered = new Map<string, number>();
      for (const { place } of grid.cells.flat())
        for (let row = place.row; row < place.row + place.rowSpan; row += 1)
          for (let column = place.column; column < place.column + place.columnSpan; column += 1)
            covered.set(`${row} ${column}`, (covered.get(`${row} ${column}`) ?? 0) + 1);

      expect(covered.size).toBe(grid.rowHeights.length * grid.columnWidths.length);
      expect(Math.max(...covered.values())).toBe(1);
      expect(Math.min(...grid.rowHeights, ...grid.columnWidths)).toBeGreaterThan(1);
    }
  });
});

function toGrids(procedure: Procedure): readonly (readonly TableGrid[])[] {
  return toScenes(layoutDocument(procedure), procedure).map(toTableGrids);
}

/** Text, column + span, row span. */
function toSpans({ cells }: TableGrid, row: number): readonly string[] {
  return (cells[row] ?? []).map(({ paragraphs, place }) => {
    const text = paragraphs.map((paragraph) => paragraph.text).join('|');
    return `${text} ${place.column}+${place.columnSpan} ${place.rowSpan}`;
  });
}
