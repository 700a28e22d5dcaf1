import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Edit } from '#core/edit/edit.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { limits } from '#core/model/limits.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { ProcedureDocument, readProcedure, writeProcedure } from '#document/procedureDocument.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { arrowsOf, stepsOf, symbolsOf } from '#tests/support/editing.ts';
import { Peers, type Person } from '#tests/support/peers.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('writeProcedure', () => {
  it('stores every procedure so that it reads the same', () => {
    fc.assert(
      fc.property(arbitraryProcedure({ steps: { most: 40 } }), (procedure) => {
        const doc = new Y.Doc();

        writeProcedure(doc, procedure);

        expect(toProcedureFile(readProcedure(doc))).toEqual(toProcedureFile(procedure));
      }),
      { numRuns: 40 },
    );
  });

  it('stores settings and the logo too', () => {
    const procedure = {
      ...smallProcedure(),
      identity: { ...smallProcedure().identity, logo: 'data:image/png;base64,iVBORw0KGgo=' },
      settings: { paper: 'f4', cover: false, typeSizePt: 9.5 } as const,
    };
    const doc = new Y.Doc();

    writeProcedure(doc, procedure);

    expect(readProcedure(doc)).toEqual(procedure);
  });

  it('refuses a document that holds one already', () => {
    const doc = new Y.Doc();
    writeProcedure(doc, smallProcedure());

    expect(() => writeProcedure(doc, smallProcedure())).toThrow(RangeError);
  });
});

describe('ProcedureDocument.read', () => {
  it('is empty before anything has arrived', () => {
    expect(new ProcedureDocument(new Y.Doc()).read()).toEqual(emptyProcedure());
  });

  it('refuses a document of a newer program', () => {
    const doc = new Y.Doc();
    writeProcedure(doc, smallProcedure());
    const document = new ProcedureDocument(doc);
    doc.getMap('meta').set('format', 2);

    expect(document.isReadable).toBe(false);
    expect(document.read()).toEqual(emptyProcedure());
    expect(document.apply({ type: 'removeStep', step: 'check' })).toMatchObject({
      ok: false,
      rejection: { code: 'read-only' },
    });
  });

  it('makes a valid procedure of whatever a foreign program wrote', () => {
    const roots = ['actors', 'steps', 'symbols', 'flows', 'unit', 'settings', 'identity'];
    const keys = ['order', 'name', 'activity', 'step', 'actor', 'kind', 'from', 'to', 'route'];
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        's1',
        's2',
        'staff',
        'check',
        'a0',
        '',
        '\u0000',
        '!',
        5,
        null,
        true,
      ),
      fc.constantFrom<unknown>({ exit: 'up' }, { channel: 'none' }, ['a'], 'x'.repeat(20_500)),
    );
    const write = fc.record({
      root: fc.constantFrom(...roots),
      id: fc.constantFrom(
        'staff',
        'check',
        's1',
        'f1',
        'new',
        '',
        'logo',
        'paper',
        'x'.repeat(101),
      ),
      key: fc.constantFrom(...keys),
      value,
      shape: fc.constantFrom('plain', 'map', 'key', 'text'),
    });
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
        const doc = new Y.Doc();
        writeProcedure(doc, smallProcedure());
        const document = new ProcedureDocument(doc);
        for (const { root, id, key, value, shape } of writes) {
          const map = doc.getMap(root);
          const thing = map.get(id);
          if (shape === 'plain') map.set(id, value);
          else if (shape === 'map') map.set(id, new Y.Map([[key, value]]));
          else if (thing instanceof Y.Map)
            thing.set(key, shape === 'text' ? new Y.Text('\u0007é') : value);
        }

        const read = document.read();

        expect(parseProcedureFile(toProcedureFile(read))).toEqual({ ok: true, procedure: read });
        expect(readProcedure(doc)).toEqual(read);
      }),
      { numRuns: 200 },
    );
  });

  it('reads again only what an edit of somebody else touched', () => {
    const { mine, theirs } = twoDocuments();
    const before = mine.read();

    theirs.apply({
      type: 'setText',
      target: { of: 'step', step: 'check', field: 'notes' },
      text: 'Segera',
    });
    const after = mine.read();

    expect(after.steps[1]).toEqual({ ...before.steps[1], notes: 'Segera' });
    expect(after.steps.filter((step, index) => step === before.steps[index])).toHaveLength(3);
    expect(after.steps[1]?.symbols).toBe(before.steps[1]?.symbols);
    expect(after.identity).toBe(before.identity);
    expect(after.actors).toBe(before.actors);
    expect(after.flows).toBe(before.flows);
  });

  it.each<readonly [string, Edit, readonly ('identity' | 'actors' | 'steps' | 'flows')[]]>([
    ['a title', { type: 'setText', target: { of: 'title' }, text: 'X' }, ['identity']],
    ['a moved row', { type: 'moveStep', step: 'check', place: { at: 'end' } }, ['steps']],
    ['a moved column', { type: 'moveActor', actor: 'head', place: { at: 'end' } }, ['actors']],
    ['an arrow', { type: 'removeFlow', flow: 'f3' }, ['flows']],
    ['a setting', { type: 'changeSettings', settings: { cover: true } }, []],
    ['a kind', { type: 'setSymbolKind', symbol: 's2', kind: 'process' }, ['steps']],
  ])('keeps all else for %s, here and there', (_, edit, changed) => {
    const { mine, theirs } = twoDocuments();
    const before = { mine: mine.read(), theirs: theirs.read() };

    theirs.apply(edit);

    for (const part of ['identity', 'actors', 'steps', 'flows'] as const) {
      expect(mine.read()[part] === before.mine[part]).toBe(!changed.includes(part));
      expect(theirs.read()[part] === before.theirs[part]).toBe(!changed.includes(part));
    }
    const moved = mine.read().steps.filter((step) => before.mine.steps.includes(step));
    expect(moved.length).toBeGreaterThanOrEqual(3);
  });

  it('gives the same object while nothing changes, and calls back once an edit', () => {
    const { mine, theirs } = twoDocuments();
    let calls = 0;
    const stop = mine.subscribe(() => calls++);
    const before = mine.read();

    theirs.apply({ type: 'removeStep', step: 'none' });
    expect(mine.read()).toBe(before);
    expect(calls).toBe(0);
    theirs.apply({ type: 'removeStep', step: 'check' });
    expect(calls).toBe(1);
    stop();
    theirs.apply({ type: 'removeStep', step: 'sign' });
    expect(calls).toBe(1);
  });
});

describe('ProcedureDocument.apply', () => {
  it('works inside a transaction of somebody else, and sees what else that does', () => {
    const doc = new Y.Doc();
    writeProcedure(doc, smallProcedure());
    const document = new ProcedureDocument(doc);

    doc.transact(() => {
      document.apply({ type: 'removeStep', step: 'check' });
      doc.getText('title').insert(0, 'SOP ');
    });

    expect(document.read().identity.title).toBe('SOP Pengelolaan Surat Masuk');
    expect(document.read()).toEqual(readProcedure(doc));
  });

  it('moves a row by its order key alone', () => {
    const doc = new Y.Doc();
    writeProcedure(doc, smallProcedure());
    const document = new ProcedureDocument(doc);
    const things = ['receive', 'check', 'sign', 'file'].map((id) => doc.getMap('steps').get(id));
    const changed: unknown[] = [];
    doc.getMap('steps').observeDeep((events) => {
      for (const event of events) changed.push([event.path, [...event.changes.keys.keys()]]);
    });

    document.apply({ type: 'moveStep', step: 'file', place: { before: 'receive' } });

    expect(changed).toEqual([[['file'], ['order']]]);
    expect(['receive', 'check', 'sign', 'file'].map((id) => doc.getMap('steps').get(id))).toEqual(
      things,
    );
  });

  it('sends little for a letter', () => {
    const doc = new Y.Doc();
    writeProcedure(doc, smallProcedure());
    const document = new ProcedureDocument(doc);
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));

    document.apply({ type: 'setText', target: { of: 'title' }, text: 'Pengelolaan Surat Masuk.' });

    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(40);
  });
});

describe('two people at once', () => {
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

  /** Both act without knowing of each other, then everything arrives. */
  function both(hers: readonly Edit[], his: readonly Edit[]) {
    for (const edit of hers) expect(ani.history.apply(edit)).toMatchObject({ ok: true });
    for (const edit of his) expect(budi.history.apply(edit)).toMatchObject({ ok: true });
    peers.settle();
    expect(ani.document.read()).toEqual(budi.document.read());
    return ani.document.read();
  }
  const notes = { of: 'step', step: 'check', field: 'notes' } as const;

  it('both keep their words when they type in one cell', () => {
    const start: Edit = { type: 'setText', target: notes, text: 'berkas lengkap' };
    both([start], []);

    const after = both(
      [{ type: 'setText', target: notes, text: 'Semua berkas lengkap' }],
      [{ type: 'setText', target: notes, text: 'berkas lengkap dan sah' }],
    );

    expect(after.steps[1]?.notes).toBe('Semua berkas lengkap dan sah');
  });

  it('both keep letters typed one by one', () => {
    const typing = (word: string): readonly Edit[] =>
      [...word].map((letter, at) => ({
        type: 'spliceText',
        target: notes,
        at,
        remove: 0,
        insert: letter,
      }));

    const after = both(typing('satu'), typing('dua'));

    expect(['satudua', 'duasatu']).toContain(after.steps[1]?.notes);
  });

  it('insert rows at one place and see both in one order', () => {
    const add = (id: string): Edit => ({
      type: 'addStep',
      step: { id, symbols: [] },
      place: { after: 'check' },
    });

    const after = both([add('a')], [add('b')]);
    expect([...stepsOf(after)].sort()).toEqual(['a', 'b', 'check', 'file', 'receive', 'sign']);

    const between = stepsOf(after)[2] ?? '';
    const more = both([{ ...add('c'), place: { after: between } } as Edit], []);
    expect(stepsOf(more)[3]).toBe('c');
  });

  it('move different rows and both moves hold', () => {
    const after = both(
      [{ type: 'moveStep', step: 'receive', place: { at: 'end' } }],
      [{ type: 'moveStep', step: 'file', place: { before: 'check' } }],
    );

    expect(stepsOf(after)).toEqual(['file', 'check', 'sign', 'receive']);
  });

  it('drop an arrow to a step that the other deletes', () => {
    const after = both(
      [{ type: 'removeStep', step: 'file' }],
      [{ type: 'connect', flow: { id: 'g', from: 's1', to: 's4' } }],
    );

    expect(arrowsOf(after)).toEqual(['s1 > s2', 's2 > s3 Ya', 's2 > s1 Tidak']);
    ani.history.undo();
    peers.settle();
    expect(arrowsOf(budi.document.read())).toContain('s1 > s4');
  });

  it('drop a symbol in a column that the other deletes', () => {
    const after = both(
      [{ type: 'removeActor', actor: 'secretary' }],
      [
        {
          type: 'addSymbol',
          step: 'file',
          symbol: { id: 'n', actor: 'secretary', kind: 'process' },
        },
      ],
    );

    expect(symbolsOf(after)[3]).toBe('file: s4@staff');
  });

  it('drop the wish to run beside an actor that the other deletes', () => {
    const after = both(
      [{ type: 'removeActor', actor: 'secretary' }],
      [{ type: 'setRoute', flow: 'f1', route: { exit: 'right', channel: 'secretary' } }],
    );

    expect(after.flows[0]).toEqual({ id: 'f1', from: 's1', to: 's2', route: { exit: 'right' } });
  });

  it('draw the same arrow and see one', () => {
    const connect = (id: string): Edit => ({ type: 'connect', flow: { id, from: 's1', to: 's4' } });

    const after = both([connect('a')], [connect('b')]);
    expect(arrowsOf(after).filter((arrow) => arrow === 's1 > s4')).toHaveLength(1);

    const shown = after.flows.at(-1)?.id ?? '';
    const without = both([{ type: 'removeFlow', flow: shown }], []);
    expect(arrowsOf(without)).not.toContain('s1 > s4');
  });

  it('change different settings and both hold', () => {
    const after = both(
      [{ type: 'changeSettings', settings: { paper: 'f4' } }],
      [{ type: 'changeSettings', settings: { typeSizePt: 9 } }],
    );

    expect(after.settings).toEqual({ paper: 'f4', typeSizePt: 9 });
  });

  it('change a list by the entries that each saw', () => {
    const after = both(
      [{ type: 'removeItem', list: 'legalBasis', index: 0 }],
      [
        {
          type: 'setText',
          target: { of: 'item', list: 'legalBasis', index: 2 },
          text: 'Perpres 95',
        },
        { type: 'moveItem', list: 'legalBasis', from: 2, to: 1 },
      ],
    );

    expect(after.identity.legalBasis).toEqual(['Perpres 95', 'PKPU 14/2020']);
  });

  it('have too much together and see the first of it', () => {
    const add = (prefix: string): readonly Edit[] =>
      Array.from({ length: limits.maxActors - 3 }, (_, index) => ({
        type: 'addActor',
        actor: { id: `${prefix}${index}`, name: '' },
        place: { at: 'end' },
      }));

    const after = both(add('a'), add('b'));

    expect(after.actors).toHaveLength(limits.maxActors);
    expect(parseProcedureFile(toProcedureFile(after))).toMatchObject({ ok: true });
  });
});

/** Two documents that know of each other's edits at once. */
function twoDocuments() {
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  writeProcedure(first, smallProcedure());
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  first.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'other') Y.applyUpdate(second, update, 'other');
  });
  second.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'other') Y.applyUpdate(first, update, 'other');
  });
  return { mine: new ProcedureDocument(first), theirs: new ProcedureDocument(second) };
}
