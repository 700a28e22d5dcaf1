import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { suggestionsShapeOf } from '#document/suggestionsShape.ts';
import { readSuggestionsUpdate } from '#document/suggestionsUpdate.ts';
import {
  commenter,
  decide,
  entryBy,
  moderator,
  reply,
  suggest,
} from '#tests/support/suggesting.ts';

describe('a document of suggestions', () => {
  it('keeps what did not change, and shows what did', () => {
    const document = open();
    document.apply('a', entryBy('ani', suggest('A')), commenter('ani'));
    document.apply('b', entryBy('ani', suggest('B')), commenter('ani'));
    const [a, b] = document.read().list;

    document.apply('r', entryBy('budi', reply('b', 'Ya')), commenter('budi'));

    expect(document.read().list[0]).toBe(a);
    expect(document.read().list[1]).not.toBe(b);
    expect(document.read()).toBe(document.read());
    expect(document.unsentCount).toBe(3);
  });

  it('refuses what may not be, and then writes nothing', () => {
    const document = open();
    const before = Y.encodeStateVector(document.doc);

    const long = document.apply('a', entryBy('ani', suggest('x'.repeat(9000))), commenter('ani'));
    const foreign = document.apply('b', entryBy('budi', suggest('B')), commenter('ani'));

    expect(long).toMatchObject({ ok: false, rejection: { code: 'bad-entry' } });
    expect(foreign).toMatchObject({ ok: false, rejection: { code: 'wrong-author' } });
    expect(Y.encodeStateVector(document.doc)).toEqual(before);
  });

  it('shows an entry that was overwritten, or is none, as nothing', () => {
    const document = open();
    const { entries } = suggestionsShapeOf(document.doc);
    entries.set('odd', { by: 'ani' });
    entries.set('number', 7);

    expect(document.read().list).toEqual([]);
  });

  it('writes anonymous entries under a number that nothing else has', () => {
    const document = open();
    document.apply(
      'x',
      entryBy('cici', { type: 'allowAnonymous', isAllowed: true }),
      moderator('cici'),
    );
    document.apply('a', entryBy(null, suggest('A')), commenter('ani'));
    document.apply('b', entryBy('ani', suggest('B')), commenter('ani'));

    const clients = Y.decodeStateVector(Y.encodeStateVector(document.doc));
    expect([...clients.values()].sort()).toEqual([1, 2]);
    expect(document.read().list.find(({ id }) => id === 'a')?.author).toBeNull();
  });

  it('shows the same to everybody, however updates and receipts travelled', () => {
    fc.assert(
      fc.property(arbitraryStory, fc.nat(), (story, seed) => {
        const documents = ['ani', 'budi', 'cici'].map(() => open());
        const [server, ...others] = [open(), ...documents];
        for (const { person, toEdit, about, syncs } of story) {
          const document = documents[person % documents.length];
          if (!document) continue;
          const id = `e${seed}-${counter++}`;
          const { list } = document.read();
          const edit = toEdit(list[about % Math.max(list.length, 1)]?.id ?? '');
          document.apply(id, entryBy(`p${person}`, edit), moderator(`p${person}`));
          if (!syncs) continue;
          exchange(document, server);
          receive(server);
          exchange(server, document);
        }
        for (const each of others) exchange(each, server);
        receive(server);
        for (const each of others) exchange(server, each);

        for (const each of others) {
          expect(each.read()).toEqual(server.read());
          expect(each.unsentCount).toBe(0);
          each.read().list.forEach(({ number }, index) => {
            expect(number).toBe(index + 1);
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives a suggestion its number once: what arrives later comes behind', () => {
    const server = open();
    const ani = open();
    ani.apply(
      'offline',
      entryBy('ani', suggest('A'), '2026-01-01T00:00:00.000Z'),
      commenter('ani'),
    );
    server.apply('b', entryBy('budi', suggest('B')), commenter('budi'));
    receive(server);

    exchange(ani, server);
    receive(server);

    expect(server.read().list.map(({ id }) => id)).toEqual(['b', 'offline']);
  });
});

describe('an update of suggestions', () => {
  const kindOf = (document: SuggestionsDocument, update: Uint8Array) =>
    readSuggestionsUpdate(document.doc, update).kind;
  const all = (document: SuggestionsDocument) => Y.encodeStateAsUpdate(document.doc);

  it('is read without being applied: what it adds and nothing that is there', () => {
    const server = open();
    server.apply('a', entryBy('ani', suggest('A')), commenter('ani'));
    const ani = open();
    exchange(server, ani);
    ani.apply('b', entryBy('ani', suggest('B')), commenter('ani'));

    const read = readSuggestionsUpdate(server.doc, all(ani));

    expect(read.kind === 'adds' && [...read.entries.keys()]).toEqual(['b']);
    expect(server.read().list).toHaveLength(1);
  });

  it('may not delete, overwrite, write elsewhere or write what is no entry', () => {
    const server = open();
    server.apply('a', entryBy('ani', suggest('A')), commenter('ani'));
    const forbidden = (write: (doc: Y.Doc) => void): string => {
      const copy = open();
      exchange(server, copy);
      write(copy.doc);
      return kindOf(server, all(copy));
    };
    const entry = entryBy('ani', suggest('C'));

    for (const write of [
      (doc: Y.Doc) => suggestionsShapeOf(doc).entries.delete('a'),
      (doc: Y.Doc) => suggestionsShapeOf(doc).entries.set('a', entry),
      (doc: Y.Doc) => suggestionsShapeOf(doc).receipts.set('a', { seq: 1 }),
      (doc: Y.Doc) => doc.getMap('other').set('c', entry),
      (doc: Y.Doc) => doc.getText('suggestionEntries2').insert(0, 'text'),
      (doc: Y.Doc) => suggestionsShapeOf(doc).entries.set('c', { ...entry, more: 1 }),
      (doc: Y.Doc) => suggestionsShapeOf(doc).entries.set('c', new Y.Map([['by', 'ani']])),
      (doc: Y.Doc) => suggestionsShapeOf(doc).entries.set('', entry),
    ])
      expect(forbidden(write)).toBe('forbidden');
    // A document that never saw the entry writes it anew, under no origin.
    const blind = open();
    blind.apply('a', entry, commenter('ani'));
    expect(kindOf(server, all(blind))).toBe('forbidden');
  });

  it('waits for what comes before it', () => {
    const ani = open();
    ani.apply('a', entryBy('ani', suggest('A')), commenter('ani'));
    const vector = Y.encodeStateVector(ani.doc);
    ani.apply('b', entryBy('ani', suggest('B')), commenter('ani'));

    expect(kindOf(open(), Y.encodeStateAsUpdate(ani.doc, vector))).toBe('tooEarly');
  });

  it('may tell again of what went when two servers had confirmed one entry', () => {
    const ani = open();
    ani.apply('a', entryBy('ani', suggest('A')), commenter('ani'));
    const [one, two] = [open(), open()];
    for (const server of [one, two]) {
      exchange(ani, server);
      receive(server);
    }
    exchange(one, two);
    exchange(two, ani);

    expect(kindOf(two, all(ani))).toBe('adds');
    expect(kindOf(open(), all(ani))).toBe('forbidden');
  });
});

let counter = 0;

const arbitraryStory = fc.array(
  fc.record({
    person: fc.nat(2),
    about: fc.nat(20),
    syncs: fc.boolean(),
    toEdit: fc.constantFrom<(about: string) => SuggestionEdit>(
      () => suggest('A'),
      () => suggest('B'),
      (about) => reply(about, 'Ya'),
      (about) => decide(about, 'accepted'),
      (about) => decide(about, 'open'),
      (suggestion) => ({ type: 'reword', suggestion, text: 'again' }),
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

function open(): SuggestionsDocument {
  return new SuggestionsDocument(new Y.Doc());
}

function exchange(from: SuggestionsDocument, to: SuggestionsDocument): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
}

/** As the server does with what it has taken. */
function receive(server: SuggestionsDocument): void {
  const ids = suggestionsShapeOf(server.doc).entries.keys();
  server.addReceipts(ids, '2026-06-02T03:00:00.000Z', (account) => `Ibu ${account}`);
}
