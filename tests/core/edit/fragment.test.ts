import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { takeFragment, toFragmentEdit } from '#core/edit/fragment.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const start = smallProcedure();
const part = takeFragment(start, { symbols: new Set(['s2', 's3']), steps: new Set(['receive']) });

function put(into: Procedure, fragment = part): Procedure {
  let count = 0;
  const newId = () => {
    count += 1;
    return `n${count}`;
  };
  const result = applyEdit(
    into,
    toFragmentEdit(into, fragment, { place: { at: 'end' }, newId }).edit,
  );
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}

/** "Memeriksa surat@Kasubag", with the names of the lanes. */
function rowsOf({ steps, actors }: Procedure): readonly string[] {
  const name = (id: string) => actors.find((actor) => actor.id === id)?.name;
  return steps.map(
    ({ activity, symbols }) => `${activity}@${symbols.map(({ actor }) => name(actor)).join('+')}`,
  );
}

describe('takeFragment', () => {
  it('takes rows, symbols, their lanes and the arrows between them', () => {
    expect(part.steps.map(({ id }) => id)).toEqual(['receive', 'check', 'sign']);
    expect(part.actors.map(({ id }) => id)).toEqual(['staff', 'head', 'secretary']);
    expect(part.flows.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
  });

  it('is a procedure that can be stored and read like any other', () => {
    expect(parseProcedureFile(JSON.parse(JSON.stringify(toProcedureFile(part))))).toEqual({
      ok: true,
      procedure: part,
    });
  });
});

describe('toFragmentEdit', () => {
  it('puts a copy with texts, arrows and their ways below, into the lanes of the same names', () => {
    const copied = put(start);

    expect(copied.actors).toEqual(start.actors);
    expect(rowsOf(copied).slice(4)).toEqual(rowsOf(start).slice(0, 3));
    expect(copied.steps[4]).toMatchObject({ requirements: 'Berkas', duration: '5 menit' });
    const [again, check] = [copied.steps[4]?.symbols[0]?.id, copied.steps[5]?.symbols[0]?.id];
    expect(copied.flows.find(({ from, to }) => from === check && to === again)).toMatchObject({
      label: 'Tidak',
      route: { exit: 'left', channel: 'staff' },
    });
    expect(copied.flows).toHaveLength(7);
  });

  it('brings the lanes along that the other procedure lacks, and finds its own by name', () => {
    const other: Procedure = {
      ...emptyProcedure('Lain'),
      actors: [
        { id: 'staff', name: 'Ketua' },
        { id: 'x', name: ' kasubag ' },
      ],
    };
    const copied = put(other);

    expect(copied.actors.map(({ name }) => name)).toEqual([
      'Ketua',
      ' kasubag ',
      'Staf',
      'Sekretaris',
    ]);
    expect(rowsOf(copied)).toEqual([
      'Menerima surat@Staf',
      'Memeriksa surat@ kasubag ',
      'Menandatangani@Sekretaris',
    ]);
  });
});
