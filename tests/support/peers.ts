import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as Y from 'yjs';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { EditHistory } from '#document/editHistory.ts';
import { ProcedureDocument, writeProcedure } from '#document/procedureDocument.ts';
import type { SavedHistory } from '#document/savedHistory.ts';
import { arbitraryChoices, type Choice, toEdit } from './arbitraryEdit.ts';

/** One person at one document. */
export interface Person {
  readonly doc: Y.Doc;
  readonly document: ProcedureDocument;
  readonly history: EditHistory;
}

/** Where a person's document comes from: their device, as it wrote it or put together, or a server. */
export type Source = 'updates' | 'state' | 'server';

/** What happens next among some peers. Numbers are taken modulo what is there. */
export type Happening =
  | { readonly type: 'edit'; readonly peer: number; readonly choices: readonly Choice[] }
  | { readonly type: 'undo' | 'redo'; readonly peer: number }
  | {
      readonly type: 'deliver';
      readonly to: number;
      /** Which of the waiting messages: any, so that they overtake each other. */
      readonly message: number;
      /** Leaves the message waiting, to come a second time. */
      readonly twice: boolean;
    }
  /** From now on nothing reaches the peer, until it is named again. */
  | { readonly type: 'cut'; readonly peer: number };

const peer = fc.nat(100);
export const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('edit' as const), peer, choices: arbitraryChoices }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('undo', 'redo'), peer }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('deliver' as const),
      to: peer,
      message: fc.nat(100),
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('cut' as const), peer }) },
);

/** Peers with one document each and a network between them that the test plays. */
export class Peers {
  readonly #people: Person[];
  readonly #inboxes: readonly Uint8Array[][];
  /** What each person's device has kept, update by update. */
  readonly #devices: Uint8Array[][];
  readonly #cut = new Set<number>();
  readonly #randoms: readonly (() => number)[];
  #ids = 0;

  constructor(count: number, procedure: Procedure) {
    this.#randoms = Array.from({ length: count }, (_, index) => seededRandom(index));
    const first = new Y.Doc();
    first.clientID = 999;
    writeProcedure(first, procedure, seededRandom(count));
    const start = Y.encodeStateAsUpdate(first);
    this.#inboxes = Array.from({ length: count }, () => []);
    this.#devices = Array.from({ length: count }, () => [start]);
    this.#people = Array.from({ length: count }, (_, index) => this.#open(index, 1000 + index));
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  play(happening: Happening): void {
    const { type } = happening;
    if (type === 'edit') this.edit(this.#personAt(happening.peer), happening.choices);
    else if (type === 'undo') this.#personAt(happening.peer).history.undo();
    else if (type === 'redo') this.#personAt(happening.peer).history.redo();
    else if (type === 'deliver') this.#deliver(happening);
    else this.#toggleCut(happening.peer % this.people.length);
  }

  /** Whatever others did before, the person then sees what `applyEdit` promises. */
  edit({ document, history }: Person, choices: readonly Choice[]): void {
    const before = document.read();
    const edit = toEdit(choices, before, () => `n${++this.#ids}`);
    const promised = applyEdit(before, edit);
    const result = history.apply(edit);
    assert.deepEqual(result, promised);
    assert.deepEqual(document.read(), promised.ok ? promised.procedure : before);
  }

  /** Lets the person write as another Yjs client, as each session does. */
  rename(index: number, clientId: number): void {
    this.#personAt(index).doc.clientID = clientId;
  }

  /** The person opens the document anew as another Yjs client, and goes on with their history. */
  reload(index: number, clientId: number, from: Source): void {
    const before = this.#personAt(index);
    const kept = JSON.stringify(before.history.save(100) ?? null);
    if (from !== 'updates')
      this.#devices[index] = [from === 'state' ? Y.encodeStateAsUpdate(before.doc) : this.#lean()];
    closePerson(before);
    this.#people[index] = this.#open(index, clientId, JSON.parse(kept) ?? undefined);
  }

  /** Everything that is still on its way arrives, the latest first. */
  settle(): void {
    this.#cut.clear();
    for (const [to, inbox] of this.#inboxes.entries())
      while (inbox.length > 0)
        this.#deliver({ type: 'deliver', to, message: inbox.length - 1, twice: false });
  }

  close(): void {
    for (const person of this.#people) closePerson(person);
  }

  /** What whoever has all updates and undoes nothing keeps of the document. */
  #lean(): Uint8Array {
    const doc = new Y.Doc();
    for (const update of this.#devices.flat()) Y.applyUpdate(doc, update);
    return Y.encodeStateAsUpdate(doc);
  }

  #open(index: number, clientId: number, kept?: SavedHistory<unknown>): Person {
    const doc = new Y.Doc();
    // Ascending ids, so that a failing seed fails again.
    doc.clientID = clientId;
    const document = new ProcedureDocument(doc, this.#randoms[index]);
    const history = new EditHistory(document);
    if (kept) history.resume(kept);
    const device = this.#devices[index] ?? [];
    doc.transact(() => {
      for (const update of device) Y.applyUpdate(doc, update);
    }, 'device');
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      device.push(update);
      if (origin === 'network') return;
      for (const [to, inbox] of this.#inboxes.entries()) if (to !== index) inbox.push(update);
    });
    return { doc, document, history };
  }

  #toggleCut(index: number): void {
    if (!this.#cut.delete(index)) this.#cut.add(index);
  }

  #deliver({ to, message, twice }: Extract<Happening, { type: 'deliver' }>): void {
    const index = to % this.people.length;
    const inbox = this.#inboxes[index] ?? [];
    if (this.#cut.has(index) || inbox.length === 0) return;
    const position = message % inbox.length;
    const update = twice ? inbox[position] : inbox.splice(position, 1)[0];
    if (update) Y.applyUpdate(this.#personAt(index).doc, update, 'network');
  }

  #personAt(index: number): Person {
    const person = this.people[index % this.people.length];
    if (!person) throw new RangeError(`No person ${index}`);
    return person;
  }
}

function closePerson({ doc, document, history }: Person): void {
  history.close();
  document.close();
  doc.destroy();
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's generator). */
function seededRandom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
