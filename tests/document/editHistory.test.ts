import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Edit } from '#core/edit/edit.ts';
import { flowKey } from '#core/edit/flowKey.ts';
import type { Actor, Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { findReferenceProblem } from '#core/model/references.ts';
import { EditHistory } from '#document/editHistory.ts';
import { ProcedureDocument, writeProcedure } from '#document/procedureDocument.ts';
import { arbitraryChoices } from '#tests/support/arbitraryEdit.ts';
import { Peers, type Person } from '#tests/support/peers.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const title = { of: 'title' } as const;
const activity = { of: 'step', step: 'check', field: 'activity' } as const;

function typed(target: typeof title | typeof activity, at: number, insert: string): Edit {
  return { type: 'spliceText', target, at, remove: 0, insert };
}

describe('EditHistory', () => {
  let document: ProcedureDocument;
  let history: EditHistory;

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-06-02T08:00:00Z') });
    const doc = new Y.Doc();
    writeProcedure(doc, smallProcedure());
    document = new ProcedureDocument(doc);
    history = new EditHistory(document);
  });
  afterEach(() => {
    history.close();
    document.close();
    vi.useRealTimers();
  });

  function titleNow(): string {
    return document.read().identity.title;
  }

  it('takes a batch back in one step', () => {
    history.apply({
      type: 'batch',
      edits: [
        { type: 'removeStep', step: 'check' },
        { type: 'removeActor', actor: 'staff' },
        { type: 'setText', target: title, text: 'X' },
      ],
    });

    history.undo();

    expect(document.read()).toEqual(smallProcedure());
    expect(history.state).toMatchObject({ canUndo: false, canRedo: true });
  });

  it('says what would be taken back and done again, and gives the marks of then back', () => {
    const marked = new EditHistory<string>(document);
    marked.apply({ type: 'removeStep', step: 'sign' }, 'before');
    marked.apply(typed(title, 0, 'X'), 'between');

    expect(marked.state).toMatchObject({ undoLabel: { what: 'title' }, redoLabel: undefined });
    expect(marked.undo('after')).toBe('between');
    expect(marked.undo('here')).toBe('before');
    expect(marked.state).toMatchObject({
      undoLabel: undefined,
      redoLabel: { what: 'removeStep', number: 3 },
    });
    expect(marked.redo('now')).toBe('here');
    expect(marked.redo()).toBe('after');
    expect(marked.undo()).toBeUndefined();
    expect(marked.undo()).toBe('now');
    marked.close();
  });

  it('takes typing in one text back at once, up to a pause', () => {
    for (const [index, letter] of [...'ABC'].entries()) {
      history.apply(typed(title, index, letter));
      vi.advanceTimersByTime(300);
    }
    vi.advanceTimersByTime(2000);
    history.apply(typed(title, 3, 'D'));
    expect(titleNow()).toBe('ABCDPengelolaan Surat Masuk');

    history.undo();
    expect(titleNow()).toBe('ABCPengelolaan Surat Masuk');
    history.undo();
    expect(titleNow()).toBe('Pengelolaan Surat Masuk');
  });

  it('keeps typing in another text apart', () => {
    history.apply(typed(title, 0, 'A'));
    history.apply(typed(activity, 0, 'B'));

    history.undo();

    expect(titleNow()).toBe('APengelolaan Surat Masuk');
    expect(document.read()).toMatchObject({ steps: [{}, { activity: 'Memeriksa surat' }, {}, {}] });
  });

  it('keeps an action in the midst of typing apart', () => {
    history.apply(typed(title, 0, 'A'));
    history.apply({ type: 'removeFlow', flow: 'f1' });
    history.apply(typed(title, 1, 'B'));

    history.undo();
    expect(titleNow()).toBe('APengelolaan Surat Masuk');
    history.undo();
    expect(document.read().flows).toEqual(smallProcedure().flows);
    expect(titleNow()).toBe('APengelolaan Surat Masuk');
  });

  it('begins a new step for typing after an undo', () => {
    history.apply(typed(title, 0, 'A'));
    history.apply(typed(title, 1, 'B'));
    history.undo();
    history.apply(typed(title, 0, 'C'));

    history.undo();

    expect(titleNow()).toBe('Pengelolaan Surat Masuk');
  });

  it('says what can be undone and redone', () => {
    const states: unknown[] = [];
    history.subscribe(() => states.push(history.state));

    history.apply(typed(title, 0, 'A'));
    history.undo();
    history.redo();

    expect(states).toMatchObject([
      { canUndo: true, canRedo: false },
      { canUndo: false, canRedo: true },
      { canUndo: true, canRedo: false },
    ]);
  });

  it('records nothing for an edit that is impossible or changes nothing', () => {
    history.apply({ type: 'removeStep', step: 'none' });
    history.apply({ type: 'moveStep', step: 'check', place: { after: 'receive' } });

    expect(history.state.canUndo).toBe(false);
  });
});

describe('EditHistory among several', () => {
  let peers: Peers;
  let ani: Person;
  let budi: Person;

  beforeEach(() => {
    peers = new Peers(2, smallProcedure());
    const [first, second] = peers.people;
    if (!first || !second) throw new RangeError('Two people expected');
    ani = first;
    budi = second;
  });
  afterEach(() => peers.close());

  function does(person: Person, edit: Edit): void {
    expect(person.history.apply(edit)).toMatchObject({ ok: true });
    peers.settle();
  }
  function undoes(person: Person): void {
    person.history.undo();
    peers.settle();
  }
  const newStep: Edit = {
    type: 'addStep',
    step: {
      id: 'new',
      activity: 'Mencatat',
      symbols: [{ id: 'n1', actor: 'staff', kind: 'process' }],
    },
    place: { at: 'end' },
  };
  function idsOfSteps(): readonly string[] {
    return budi.document.read().steps.map((step) => step.id);
  }

  it('leaves the words that somebody else typed into my text', () => {
    does(ani, { type: 'setText', target: title, text: 'Surat' });
    does(budi, typed(title, 5, ' Keluar'));

    undoes(ani);

    expect(budi.document.read().identity.title).toContain('Keluar');
    expect(ani.document.read()).toEqual(budi.document.read());
  });

  it('takes back a step that nobody touched', () => {
    does(ani, newStep);

    undoes(ani);

    expect(budi.document.read()).toEqual(smallProcedure());
  });

  it('keeps a step of mine in which somebody else has written', () => {
    does(ani, newStep);
    does(budi, {
      type: 'setText',
      target: { of: 'step', step: 'new', field: 'notes' },
      text: 'Segera',
    });

    undoes(ani);

    expect(idsOfSteps()).toContain('new');
    expect(budi.document.read().steps.at(-1)?.notes).toBe('Segera');
  });

  it('keeps a symbol of mine to which somebody else has drawn an arrow, and its row', () => {
    does(ani, newStep);
    does(budi, { type: 'connect', flow: { id: 'g', from: 's4', to: 'n1' } });

    undoes(ani);

    expect(budi.document.read().flows).toContainEqual({ id: 'g', from: 's4', to: 'n1' });
  });

  it('keeps an actor of mine in whose column somebody else has put a symbol', () => {
    does(ani, { type: 'addActor', actor: { id: 'new', name: 'Arsiparis' }, place: { at: 'end' } });
    does(budi, {
      type: 'addSymbol',
      step: 'file',
      symbol: { id: 'n1', actor: 'new', kind: 'process' },
    });

    undoes(ani);

    expect(budi.document.read().actors.at(-1)).toEqual({ id: 'new', name: 'Arsiparis' });
  });

  it('does not overwrite what somebody else has set since', () => {
    does(ani, { type: 'setDate', field: 'createdOn', date: '2026-01-01' });
    does(budi, { type: 'setDate', field: 'createdOn', date: '2026-02-02' });

    undoes(ani);

    expect(budi.document.read().identity.createdOn).toBe('2026-02-02');
  });

  it('brings back what I deleted with everything that stood on it', () => {
    does(ani, { type: 'removeActor', actor: 'staff' });
    does(budi, { type: 'setText', target: activity, text: 'Meneliti' });

    undoes(ani);

    const { steps, flows, actors } = budi.document.read();
    expect(actors).toEqual(smallProcedure().actors);
    expect(flows).toEqual(smallProcedure().flows);
    expect(steps.map((step) => step.symbols)).toEqual(
      smallProcedure().steps.map((step) => step.symbols),
    );
    expect(steps[1]?.activity).toBe('Meneliti');
  });

  it('survives that the thing is gone', () => {
    does(ani, { type: 'setText', target: activity, text: 'Meneliti' });
    does(budi, { type: 'removeStep', step: 'check' });

    undoes(ani);
    ani.history.redo();
    peers.settle();

    expect(idsOfSteps()).toEqual(['receive', 'sign', 'file']);
    expect(ani.document.read()).toEqual(budi.document.read());
  });

  it('leaves a symbol where it is when the row that it came from is gone', () => {
    does(ani, { type: 'moveSymbol', symbol: 's2', step: 'sign', actor: 'head' });
    does(budi, { type: 'removeStep', step: 'check' });

    undoes(ani);

    expect(budi.document.read().steps[1]?.symbols.map((symbol) => symbol.id)).toContain('s2');
    expect(budi.document.read().flows).toEqual(smallProcedure().flows);
  });

  it('leaves an arrow where it is when the symbol that it led to is gone', () => {
    does(ani, { type: 'retargetFlow', flow: 'f3', end: 'to', symbol: 's3' });
    does(budi, { type: 'removeSymbol', symbol: 's1' });

    undoes(ani);

    expect(budi.document.read().flows).toContainEqual(
      expect.objectContaining({ id: 'f3', from: 's2', to: 's3' }),
    );
  });

  it('never takes away what the other has made and nobody else has changed', () => {
    const turn = fc.record({ isMine: fc.boolean(), choices: arbitraryChoices });
    const day = fc.array(turn, { minLength: 1, maxLength: 30, size: 'max' });
    fc.assert(
      fc.property(day, (turns) => {
        const both = new Peers(2, smallProcedure());
        const [me, other] = both.people;
        if (!me || !other) throw new RangeError('Two people expected');
        const theirs = new Set<string>();
        for (const { isMine, choices } of turns) {
          const before = partsOf(other.document.read());
          both.edit(isMine ? me : other, choices);
          both.settle();
          const after = partsOf(other.document.read());
          for (const [id, part] of after)
            if (!isMine && !before.has(id)) theirs.add(id);
            else if (isMine && !isDeepStrictEqual(part, before.get(id))) theirs.delete(id);
        }
        const before = partsOf(other.document.read());

        while (me.history.state.canUndo) me.history.undo();
        both.settle();

        const after = partsOf(other.document.read());
        // An arrow of mine that comes back may be the same as theirs: then one of the two is shown.
        const arrows = new Set(other.document.read().flows.map(flowKey));
        const isShown = (id: string, part: Part) =>
          after.has(id) || (isFlow(part) && arrows.has(flowKey(part)));
        const lost = [...before].filter(([id, part]) => theirs.has(id) && !isShown(id, part));
        expect(lost).toEqual([]);
        expect(findReferenceProblem(other.document.read())).toBeUndefined();
        expect(me.document.read()).toEqual(other.document.read());
        both.close();
      }),
      { numRuns: 60 },
    );
  });
});

type Part = Actor | Step | StepSymbol | Flow;

function isFlow(part: Part): part is Flow {
  return 'from' in part;
}

/** Everything that is shown, by kind and id. */
function partsOf({ actors, steps, flows }: Procedure): ReadonlyMap<string, Part> {
  return new Map<string, Part>([
    ...actors.map((actor) => [`actor ${actor.id}`, actor] as const),
    ...steps.map((step) => [`step ${step.id}`, step] as const),
    ...steps.flatMap((step) => step.symbols.map((each) => [`symbol ${each.id}`, each] as const)),
    ...flows.map((flow) => [`flow ${flow.id}`, flow] as const),
  ]);
}
