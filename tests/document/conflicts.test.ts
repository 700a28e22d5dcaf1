import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import { toMergeEdit } from '#core/edit/mergeActors.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { Peers, type Person } from '#tests/support/peers.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const activity = { of: 'step', step: 'check', field: 'activity' } as const;

const typeIn = (at: number, insert: string, remove = 0): Edit => ({
  type: 'spliceText',
  target: activity,
  at,
  remove,
  insert,
});
const moveSymbol = (step: string, actor: string): Edit => ({
  type: 'moveSymbol',
  symbol: 's2',
  step,
  actor,
});

interface Conflict {
  readonly of: string;
  readonly mine: Edit;
  readonly theirs: Edit;
  /** What both then have; of two that exclude each other, either. */
  readonly isFine: (procedure: Procedure) => boolean;
}

const conflicts: readonly Conflict[] = [
  {
    of: 'two who type at one place keep both words',
    mine: typeIn(15, ' masuk'),
    theirs: typeIn(15, ' dinas'),
    isFine: ({ steps }) =>
      ['Memeriksa surat masuk dinas', 'Memeriksa surat dinas masuk'].includes(activityOf(steps)),
  },
  {
    of: 'a word that one replaces does not take along what the other typed beside it',
    mine: typeIn(0, 'Meneliti', 9),
    theirs: typeIn(15, ' masuk'),
    isFine: ({ steps }) => activityOf(steps) === 'Meneliti surat masuk',
  },
  {
    of: 'a symbol that two drag ends in one of the two cells, once, with its arrows',
    mine: moveSymbol('check', 'staff'),
    theirs: moveSymbol('sign', 'secretary'),
    isFine: (procedure) =>
      ['check/staff', 'sign/secretary'].includes(placesOf(procedure, 's2').join()) &&
      procedure.flows.length === 4,
  },
  {
    of: 'a row that two move ends at one of the two places, once',
    mine: { type: 'moveStep', step: 'file', place: { before: 'receive' } },
    theirs: { type: 'moveStep', step: 'file', place: { before: 'sign' } },
    isFine: ({ steps }) =>
      ['file,receive,check,sign', 'receive,check,file,sign'].includes(idsOf(steps).join()),
  },
  {
    of: 'a step that one deletes is gone, though the other types in it; no arrow is left over',
    mine: { type: 'removeStep', step: 'check' },
    theirs: typeIn(15, ' masuk'),
    isFine: ({ steps, flows }) =>
      !idsOf(steps).includes('check') &&
      flows.every(({ from, to }) => from !== 's2' && to !== 's2'),
  },
  {
    of: 'an arrow to what the other deletes is gone with it',
    mine: { type: 'removeSymbol', symbol: 's4' },
    theirs: { type: 'connect', flow: { id: 'new', from: 's1', to: 's4' } },
    isFine: ({ flows }) => !idsOf(flows).includes('new'),
  },
  {
    of: 'a symbol that is dragged into a row that the other deletes stays somewhere, or goes with the row',
    mine: { type: 'removeStep', step: 'sign' },
    theirs: moveSymbol('sign', 'secretary'),
    isFine: (procedure) =>
      !idsOf(procedure.steps).includes('sign') && placesOf(procedure, 's2').length <= 1,
  },
  {
    of: 'one arrow is drawn when two draw the same',
    mine: { type: 'connect', flow: { id: 'm', from: 's1', to: 's3' } },
    theirs: { type: 'connect', flow: { id: 't', from: 's1', to: 's3' } },
    isFine: ({ flows }) =>
      flows.filter(({ from, to }) => from === 's1' && to === 's3').length === 1,
  },
  {
    of: 'a symbol whose kind two change has one of the two',
    mine: { type: 'setSymbolKind', symbol: 's3', kind: 'decision' },
    theirs: { type: 'setSymbolKind', symbol: 's3', kind: 'terminator' },
    isFine: ({ steps }) =>
      ['decision', 'terminator'].includes(
        steps.flatMap(({ symbols }) => symbols).find(({ id }) => id === 's3')?.kind ?? '',
      ),
  },
  {
    of: 'columns that one merges lose nothing that stood there, and have no symbol without a column',
    mine: toMergeEdit(smallProcedure(), { actor: 'staff', into: 'head' }),
    theirs: {
      type: 'addSymbol',
      step: 'sign',
      symbol: { id: 'new', actor: 'staff', kind: 'process' },
    },
    isFine: ({ actors, steps }) => {
      const symbols = steps.flatMap((step) => step.symbols);
      const isHomeless = symbols.some(({ actor }) => !idsOf(actors).includes(actor));
      return !isHomeless && ['s1', 's2', 's3', 's4'].every((id) => idsOf(symbols).includes(id));
    },
  },
];

describe('two people at once', () => {
  let peers: Peers;
  let me: Person;
  let other: Person;

  beforeEach(() => {
    peers = new Peers(2, smallProcedure());
    const [first, second] = peers.people;
    if (!first || !second) throw new RangeError('Two people expected');
    me = first;
    other = second;
  });
  afterEach(() => peers.close());

  it.each(conflicts)('$of', ({ mine, theirs, isFine }) => {
    expect(me.history.apply(mine)).toMatchObject({ ok: true });
    expect(other.history.apply(theirs)).toMatchObject({ ok: true });
    peers.settle();

    expect(me.document.read()).toEqual(other.document.read());
    expect(me.document.read()).toSatisfy(isFine);
  });

  it('keeps the words of the other when I take mine back', () => {
    me.history.apply(typeIn(0, 'Meneliti', 9));
    other.history.apply(typeIn(15, ' masuk'));
    peers.settle();
    me.history.undo();
    peers.settle();

    expect(activityOf(other.document.read().steps)).toBe('Memeriksa surat masuk');
    expect(me.document.read()).toEqual(other.document.read());
  });

  it('brings a deleted step back as it was when it was deleted, with its arrows', () => {
    me.history.apply({ type: 'removeStep', step: 'check' });
    other.history.apply(typeIn(15, ' masuk'));
    peers.settle();
    me.history.undo();
    peers.settle();

    expect(other.document.read()).toEqual(smallProcedure());
    expect(me.document.read()).toEqual(other.document.read());
  });

  it('leaves a symbol where the other moved it since, when I undo my move', () => {
    me.history.apply(moveSymbol('check', 'staff'));
    peers.settle();
    other.history.apply(moveSymbol('check', 'secretary'));
    peers.settle();
    me.history.undo();
    peers.settle();

    expect(placesOf(other.document.read(), 's2')).toEqual(['check/secretary']);
  });
});

function activityOf(steps: Procedure['steps']): string {
  return steps.find(({ id }) => id === 'check')?.activity ?? '';
}

function placesOf({ steps }: Procedure, symbol: string): readonly string[] {
  return steps.flatMap((step) =>
    step.symbols.filter(({ id }) => id === symbol).map(({ actor }) => `${step.id}/${actor}`),
  );
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}
