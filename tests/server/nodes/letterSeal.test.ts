import { describe, expect, it } from 'vitest';
import { LetterSeal } from '#server/sync/nodes/letterSeal.ts';
import type { NodeMessage } from '#server/sync/nodes/nodeMessages.ts';

const seal = new LetterSeal('a secret of the tests, long enough');
const user = { id: 'id-ani', name: 'Ani' };
const messages: readonly NodeMessage[] = [
  { type: 'update', seq: 2 ** 40, update: Uint8Array.of(1, 2, 3) },
  { type: 'update', seq: 1, update: undefined },
  { type: 'presence', presences: [{ clientId: 2 ** 32 - 1, clock: 7, user, state: '{"a":1}' }] },
  { type: 'askPresence' },
  { type: 'alive' },
  { type: 'leaving' },
  { type: 'accessChanged', procedureId: 'p' },
  { type: 'userChanged', userId: 'u' },
  { type: 'deleted', procedureId: 'p' },
  { type: 'note', text: 'position:{}' },
];

describe('a letter between nodes', () => {
  it.each(messages)('comes as it went: $type', (message) => {
    const letter = { node: 'a', message };

    expect(seal.open('channel', seal.seal('channel', letter))).toEqual(letter);
  });

  it.each(messages)('is refused cut off, lengthened in the middle or changed: $type', (message) => {
    const sealed = seal.seal('channel', { node: 'a', message });

    for (let length = 0; length < sealed.length; length++)
      expect(seal.open('channel', sealed.subarray(0, length))).toBeUndefined();
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(seal.open('channel', changed)).toBeUndefined();
    }
    expect(seal.open('channel', Buffer.concat([sealed, sealed]))).toBeUndefined();
  });

  it('is refused on another channel and under another secret', () => {
    const sealed = seal.seal('channel', { node: 'a', message: { type: 'alive' } });

    expect(seal.open('other channel', sealed)).toBeUndefined();
    expect(new LetterSeal('another').open('channel', sealed)).toBeUndefined();
  });

  it.each([
    ['a name too long', { type: 'userChanged', userId: 'x'.repeat(201) }],
    [
      'too many presences',
      {
        type: 'presence',
        presences: Array.from({ length: 1001 }, (_, clientId) => ({
          clientId,
          clock: 1,
          user,
          state: '{}',
        })),
      },
    ],
  ] as const satisfies readonly (readonly [string, NodeMessage])[])(
    'is refused with %s, sealed or not',
    (_, message) => {
      expect(seal.open('channel', seal.seal('channel', { node: 'a', message }))).toBeUndefined();
    },
  );
});
