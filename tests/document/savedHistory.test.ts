import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import { findReferenceProblem } from '#core/model/references.ts';
import { EditHistory } from '#document/editHistory.ts';
import { ProcedureDocument, writeProcedure } from '#document/procedureDocument.ts';
import type { SavedHistory } from '#document/savedHistory.ts';
import { arbitraryChoices, type Choice } from '#tests/support/arbitraryEdit.ts';
import { Peers, type Source } from '#tests/support/peers.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

type Scene =
  | { readonly type: 'edit'; readonly by: number; readonly choices: readonly Choice[] }
  | { readonly type: 'undo' | 'redo'; readonly by: number }
  | { readonly type: 'deliver'; readonly to: number }
  | { readonly type: 'reload'; readonly from: Source };

const by = fc.constantFrom(0, 0, 0, 1);
const scene: fc.Arbitrary<Scene> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('edit' as const), by, choices: arbitraryChoices }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('undo', 'redo'), by }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('deliver' as const), to: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('reload' as const),
      from: fc.constantFrom('updates' as const, 'state' as const),
    }),
  },
);

describe('a history over reloads', () => {
  it('undoes and does again what it would have without them, whatever others did meanwhile', () => {
    fc.assert(
      fc.property(fc.array(scene, { minLength: 3, maxLength: 40, size: 'max' }), (story) => {
        const reloading = new Peers(2, smallProcedure());
        const staying = new Peers(2, smallProcedure());
        const look = ({ people: [me, other] }: Peers) => ({
          mine: me?.document.read(),
          theirs: other?.document.read(),
          state: me?.history.state,
        });
        const both = (act: (peers: Peers) => void) => {
          for (const peers of [reloading, staying]) act(peers);
          expect(look(reloading)).toEqual(look(staying));
          const { mine } = look(reloading);
          expect(mine && findReferenceProblem(mine)).toBeUndefined();
        };

        for (const [index, each] of story.entries()) {
          const clientId = 2000 + index;
          if (each.type === 'reload') {
            reloading.reload(0, clientId, each.from);
            staying.rename(0, clientId);
            both(() => undefined);
          } else both((peers) => play(peers, each));
        }
        while (look(staying).state?.canUndo) both(({ people: [me] }) => me?.history.undo());
        while (look(staying).state?.canRedo) both(({ people: [me] }) => me?.history.redo());
        both((peers) => peers.settle());

        reloading.close();
        staying.close();
      }),
      { numRuns: 40 },
    );
  });

  it('undoes whole steps or none where the device has lost what they deleted', () => {
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constant('edit' as const),
          by: fc.constant(0),
          choices: arbitraryChoices,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ type: fc.constantFrom('undo', 'redo'), by: fc.constant(0) }),
      },
    );
    let undone = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 20, size: 'max' }), (story) => {
        const [reloading, staying] = [
          new Peers(1, smallProcedure()),
          new Peers(1, smallProcedure()),
        ];
        for (const each of story) for (const peers of [reloading, staying]) play(peers, each);
        reloading.reload(0, 2000, 'server');
        staying.rename(0, 2000);

        const [me] = reloading.people;
        const [stayer] = staying.people;
        while (me?.history.state.canUndo) {
          expect(me.history.state.undoLabel).toEqual(stayer?.history.state.undoLabel);
          me.history.undo();
          stayer?.history.undo();
          undone += 1;
          expect(me.document.read()).toEqual(stayer?.document.read());
        }

        reloading.close();
        staying.close();
      }),
      { numRuns: 40 },
    );
    expect(undone).toBeGreaterThan(0);
  });

  describe('of one person', () => {
    let first: Desk;
    let saved: SavedHistory<string>;

    beforeEach(() => {
      first = openDesk([fill(smallProcedure())]);
      first.history.apply({ type: 'removeStep', step: 'check' }, 'selected then');
      first.history.apply({ type: 'setText', target: { of: 'title' }, text: 'Baru' });
      first.history.undo();
      saved = JSON.parse(JSON.stringify(first.history.save(100)));
    });

    it('brings back a step with its arrows, its label and its mark', () => {
      const { document, history } = openDesk(first.updates, saved);

      expect(history.state).toMatchObject({
        undoLabel: { what: 'removeStep', number: 2 },
        redoLabel: { what: 'title' },
      });
      expect(history.undo('selected now')).toBe('selected then');
      expect(document.read()).toEqual(smallProcedure());
      expect(history.redo()).toBe('selected now');
      history.redo();
      expect(document.read()).toEqual({
        ...first.document.read(),
        identity: { ...smallProcedure().identity, title: 'Baru' },
      });
    });

    it('waits for what is still on its way', () => {
      const { document, history } = openDesk(first.updates.slice(0, 1), saved);
      expect(history.state.canUndo).toBe(false);
      expect(history.save(100)).toEqual(saved);

      for (const update of first.updates) Y.applyUpdate(document.doc, update);

      expect(history.state).toMatchObject({ canUndo: true, canRedo: true });
    });

    it('leaves out what was lost before it was kept anywhere', () => {
      const { document, history } = openDesk(first.updates.slice(0, 2), saved);

      history.settle();

      expect(history.state).toMatchObject({ canUndo: true, canRedo: false });
      history.undo();
      expect(document.read()).toEqual(smallProcedure());
    });

    it('begins anew with an edit that comes first', () => {
      const { document, history } = openDesk(first.updates.slice(0, 1), saved);

      history.apply({ type: 'setText', target: { of: 'number' }, text: '7' });
      for (const update of first.updates) Y.applyUpdate(document.doc, update);
      history.undo();

      expect(document.read().identity.number).toBe(smallProcedure().identity.number);
      expect(history.state.canUndo).toBe(false);
    });

    it('keeps the newest steps only', () => {
      const { history } = openDesk(first.updates);
      for (const actor of ['head', 'staff', 'secretary'])
        history.apply({ type: 'removeActor', actor });

      const { undo = [] } = history.save(2) ?? {};

      expect(undo.map(({ label }) => label?.name)).toEqual(['Staf', 'Sekretaris']);
    });

    it.each<[string, (saved: SavedHistory<string>) => SavedHistory<string>]>([
      ['claims what somebody else wrote', (good) => ({ ...good, clients: [12345] })],
      [
        'goes round in circles',
        ({ remade, ...good }) => {
          const [client = 0] = good.clients;
          return { ...good, remade: [...remade, [client, 1, 1, client, 0]] };
        },
      ],
    ])('is dropped whole when it %s', (_what, spoil) => {
      const { document, history } = openDesk(first.updates, spoil(saved));

      history.settle();

      expect(history.state).toMatchObject({ canUndo: false, canRedo: false });
      expect(document.read()).toEqual(first.document.read());
    });
  });

  function play(peers: Peers, each: Exclude<Scene, { type: 'reload' }>): void {
    if (each.type === 'deliver') {
      peers.play({ ...each, message: 0, twice: false });
      return;
    }
    const person = peers.people[each.by];
    if (!person) throw new RangeError(`No person ${each.by}`);
    if (each.type === 'edit') peers.edit(person, each.choices);
    else if (each.type === 'undo') person.history.undo();
    else person.history.redo();
  }
});

interface Desk {
  readonly document: ProcedureDocument;
  readonly history: EditHistory<string>;
  /** Everything that was written here, the loaded included. */
  readonly updates: Uint8Array[];
}

function openDesk(updates: readonly Uint8Array[], saved?: SavedHistory<string>): Desk {
  const document = new ProcedureDocument(new Y.Doc());
  const history = new EditHistory<string>(document);
  if (saved) history.resume(saved);
  const kept: Uint8Array[] = [];
  document.doc.on('update', (update) => kept.push(update));
  for (const update of updates) Y.applyUpdate(document.doc, update);
  return { document, history, updates: kept };
}

function fill(procedure: Procedure): Uint8Array {
  const doc = new Y.Doc();
  writeProcedure(doc, procedure);
  return Y.encodeStateAsUpdate(doc);
}
