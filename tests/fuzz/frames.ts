import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { writeProcedure } from '#document/procedureDocument.ts';
import type { Role } from '#protocol/roles.ts';
import { messageTypes } from '#protocol/sync.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** What somebody sends who keeps to nothing: text or bytes. */
export type Frame = string | Uint8Array;

/** One connection of theirs. */
export interface Attack {
  readonly role: Role;
  readonly frames: readonly Frame[];
}

/** People whose presence an attacker may try to take over. */
export interface Victims {
  readonly clientIds: readonly number[];
}

const MB = 1024 * 1024;
const maxVarUint = 2 ** 53 - 1;

/** `count` attacks, the same for the same seed. */
export function planAttacks(seed: number, count: number, victims: Victims): readonly Attack[] {
  const attack = fc.record({
    role: fc.constantFrom<Role>('viewer', 'commenter', 'editor', 'editor'),
    frames: fc.oneof(
      { weight: 20, arbitrary: fc.array(arbitraryFrame(victims), { minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: arbitraryFlood },
    ),
  });
  return fc.sample(attack, { seed, numRuns: count });
}

function arbitraryFrame(victims: Victims): fc.Arbitrary<Frame> {
  return fc.oneof(
    { weight: 30, arbitrary: mutated(fc.constantFrom(...honestFrames())) },
    { weight: 15, arbitrary: fc.constantFrom(...honestFrames()) },
    { weight: 15, arbitrary: behindStart(fc.uint8Array({ maxLength: 60 })) },
    { weight: 10, arbitrary: fc.uint8Array({ maxLength: 80 }) },
    { weight: 15, arbitrary: arbitraryPresence(victims) },
    { weight: 10, arbitrary: arbitraryHugeNumber },
    { weight: 5, arbitrary: fc.constantFrom(...deepFrames()) },
    { weight: 5, arbitrary: fc.string({ maxLength: 40 }) },
    { weight: 1, arbitrary: arbitraryLargeFrame },
  );
}

/** Behind a real beginning, random bytes get further. */
function behindStart(rest: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const start = fc.constantFrom([0, 0], [0, 1], [0, 2], [1], [2], [3], [100], [101], [102], [127]);
  return fc
    .tuple(start, rest)
    .map(([first, bytes]) => Uint8Array.from([...first, bytes.length, ...bytes]));
}

/** Flipped, left out, doubled and cut off bytes. */
function mutated(frame: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    kind: fc.constantFrom('flip', 'flip', 'remove', 'double', 'cut'),
    at: fc.nat(100_000),
    byte: fc.nat(255),
  });
  return fc
    .tuple(frame, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => {
      let result = [...bytes];
      for (const { kind, at, byte } of changes) {
        const index = at % (result.length + 1);
        if (kind === 'flip') result[index] = byte;
        else if (kind === 'remove') result.splice(index, 1 + (byte % 8));
        else if (kind === 'double') result.splice(index, 0, ...result.slice(index, index + byte));
        else result = result.slice(0, index);
      }
      return Uint8Array.from(result);
    });
}

/** Says something of others: that they are gone, elsewhere, or somebody else. */
function arbitraryPresence({ clientIds }: Victims): fc.Arbitrary<Uint8Array> {
  const state = fc.constantFrom(
    'null',
    '{"user":{"id":"id-ani","name":"ani","color":"#000000"},"cursor":{"x":1,"y":1}}',
    '{"user":"ani"}',
    '[]',
    '{',
    `{"user":{"name":"${'x'.repeat(20_000)}"}}`,
    '{"__proto__":{"user":{"name":"ani"}},"user":{"id":"id-budi"}}',
  );
  const entry = fc.record({
    id: fc.constantFrom(...clientIds, 0, 4711, maxVarUint),
    clock: fc.constantFrom(0, 1, 1000, 2 ** 31, maxVarUint),
    state,
  });
  return fc.array(entry, { maxLength: 6 }).map((entries) =>
    toFrame(messageTypes.awareness, (encoder) => {
      const update = encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const { id, clock, state: text } of entries) {
          encoding.writeVarUint(inner, id);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarString(inner, text);
        }
      });
      encoding.writeVarUint8Array(encoder, update);
    }),
  );
}

/** Counts and lengths that nobody has. */
const arbitraryHugeNumber: fc.Arbitrary<Uint8Array> = fc
  .record({
    start: fc.constantFrom([0, 0], [0, 1], [0, 2], [1], [100]),
    number: fc.constantFrom(2 ** 20, 2 ** 31 - 1, 2 ** 32, 2 ** 40, maxVarUint),
    isInside: fc.boolean(),
    rest: fc.uint8Array({ maxLength: 20 }),
  })
  .map(({ start, number, isInside, rest }) =>
    encoding.encode((encoder) => {
      for (const byte of start) encoding.writeUint8(encoder, byte);
      const content = encoding.encode((inner) => {
        encoding.writeVarUint(inner, number);
        encoding.writeUint8Array(inner, rest);
      });
      if (isInside) encoding.writeVarUint8Array(encoder, content);
      else encoding.writeUint8Array(encoder, content);
    }),
  );

/** Around the largest message that is taken. */
const arbitraryLargeFrame: fc.Arbitrary<Uint8Array> = fc
  .record({
    start: fc.constantFrom([0, 2], [0, 0], [1], [77]),
    size: fc.constantFrom(MB, 4 * MB - 1, 4 * MB, 4 * MB + 1),
    byte: fc.constantFrom(0, 1, 127, 255),
  })
  .map(({ start, size, byte }) => {
    const frame = new Uint8Array(size).fill(byte);
    frame.set(start);
    return frame;
  });

/** More than anybody draws: the same small frame again and again. */
const arbitraryFlood: fc.Arbitrary<readonly Uint8Array[]> = fc
  .record({
    frame: fc.constantFrom(
      Uint8Array.of(100, 1),
      Uint8Array.of(101),
      Uint8Array.of(3),
      Uint8Array.of(0, 0, 1, 0),
      Uint8Array.of(0, 2, 2, 0, 0),
    ),
    count: fc.integer({ min: 1500, max: 3000 }),
  })
  .map(({ frame, count }) => Array.from({ length: count }, () => frame));

/** Frames of an honest client, of a document that is not the one in the room. */
function honestFrames(): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 77;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  writeProcedure(doc, smallProcedure());
  doc.getMap('notes').set('a', { b: [1, 'two', null, true] });
  const text = doc.getText('notes text');
  text.insert(0, 'beberapa kata');
  text.delete(2, 4);
  return [
    toSync(0, Y.encodeStateVector(doc)),
    toSync(1, Y.encodeStateAsUpdate(doc)),
    ...updates.slice(0, 20).map((update) => toSync(2, update)),
    toFrame(messageTypes.queryAwareness, () => undefined),
    toFrame(messageTypes.role, () => undefined),
    toFrame(messageTypes.saved, (encoder) => encoding.writeVarUint(encoder, 300)),
  ];
}

/** Values within values, to exhaust whoever reads them by calling itself. */
function deepFrames(): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.getMap('notes').set('deep', [[0]]);
  const update = [...Y.encodeStateAsUpdate(doc)];
  const at = update.findIndex((byte, index) => byte === arrayOfOne && update[index + 1] === 1);
  const deepUpdate = (depth: number): Uint8Array =>
    Uint8Array.from([
      ...update.slice(0, at),
      ...Array.from({ length: depth }, () => [arrayOfOne, 1]).flat(),
      ...update.slice(at),
    ]);
  const deepState = (depth: number): string =>
    `{"user":{},"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const toPresence = (state: string): Uint8Array =>
    toFrame(messageTypes.awareness, (encoder) =>
      encoding.writeVarUint8Array(
        encoder,
        encoding.encode((inner) => {
          for (const number of [1, 4712, 1]) encoding.writeVarUint(inner, number);
          encoding.writeVarString(inner, state);
        }),
      ),
    );
  return [
    ...[100, 2000, 20_000, 200_000].map((depth) => toSync(2, deepUpdate(depth))),
    ...[100, 2000, 8000].map((depth) => toPresence(deepState(depth))),
  ];
}

/** How lib0 begins an array. */
const arrayOfOne = 117;

function toSync(step: number, content: Uint8Array): Uint8Array {
  return toFrame(messageTypes.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, content);
  });
}

function toFrame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}
