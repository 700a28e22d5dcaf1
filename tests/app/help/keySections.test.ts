import { describe, expect, it } from 'vitest';
import { allCommands } from '#app/commands/allCommands.ts';
import { type KeySection, toKeySections } from '#app/help/keySections.ts';
import { type TablePlace, tableKeys } from '#app/help/tableKeys.ts';
import { openLocalSession } from '#session/openLocalSession.ts';
import { readExample } from '#tests/support/examples.ts';
import { parseChord } from '#ui/commands/chord.ts';
import { rankEntries } from '#ui/finder/rankEntries.ts';
import { ChartCommands } from '#views/table/ChartCommands.ts';
import type { GridCell } from '#views/table/gridCell.ts';
import { runKey } from '#views/table/keymap.ts';
import { toFocusable } from '#views/table/moves.ts';
import { toPrintedPages } from '#views/table/pageModel.ts';
import { TableCommands } from '#views/table/TableCommands.ts';
import { TableState } from '#views/table/tableState.ts';

const names = { command: (id: string) => id, table: (id: string) => id, tableTitle: 'Tabel' };

describe('toKeySections', () => {
  it('names every key that a command listens to', () => {
    const lines = toKeySections(names).flatMap((section) => section.lines);
    const bound = allCommands.filter(({ keys = [] }) => keys.length > 0);

    for (const { id, keys } of bound)
      expect(lines.find((line) => line.id === id)?.chords).toHaveLength(keys?.length ?? 0);
  });

  it('is found by the key as well', () => {
    expect(idsOf(toKeySections(names), 'Ctrl+Shift+C')).toEqual([
      'canvas.copyPicture',
      'canvas.copyAllPicture',
    ]);
    expect(idsOf(toKeySections(names), 'F1')).toEqual(['editor.help']);
  });
});

describe('tableKeys', () => {
  it.each(tableKeys.flatMap(({ id, place, keys }) => keys.map((key) => ({ id, place, key }))))(
    '$key on a $place is a key of the table: $id',
    ({ place, key }) => {
      const { cell, ...table } = openTable(place);
      const { key: pressed, ctrl, alt, shift } = parseChord(key);
      const press = { key: pressed, ctrlKey: ctrl, metaKey: false, altKey: alt, shiftKey: shift };

      expect(runKey(press, { cell, ...table, canEdit: true })).toBe(true);
    },
  );

  it('leaves other keys to the browser', () => {
    const { cell, ...table } = openTable('place');
    const press = { key: 'F7', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

    expect(runKey(press, { cell, ...table, canEdit: true })).toBe(false);
  });
});

function idsOf(sections: readonly KeySection[], typed: string): readonly string[] {
  return rankEntries(
    sections.flatMap(({ lines }) => lines),
    typed,
  ).map(({ id }) => id);
}

/** The table of an example, with the keyboard where a symbol stands, on a number, a name or a text. */
function openTable(place: TablePlace) {
  const procedure = readExample('permohonan-informasi-publik');
  const cells = toFocusable(toPrintedPages(procedure).models);
  const common = {
    session: openLocalSession(procedure),
    state: new TableState(),
    newActorName: (number: number) => `Pelaksana ${number}`,
    onRejected: () => undefined,
  };
  const found = cells.find(({ cell }) => isAt(cell, place));
  if (!found) throw new RangeError(`No ${place} in the table`);
  const commands = new TableCommands({ ...common, cells: () => cells });
  return { cell: found.cell, commands, chart: new ChartCommands(common) };
}

function isAt({ subject, step }: GridCell, place: TablePlace): boolean {
  switch (place) {
    case 'text':
      return subject.kind === 'text' && subject.target.of === 'step' && step !== undefined;
    case 'place':
      return subject.kind === 'place' && subject.symbols.length > 0;
    case 'number':
      return subject.kind === 'number';
    case 'actor':
      return subject.kind === 'text' && subject.target.of === 'actor';
  }
}
