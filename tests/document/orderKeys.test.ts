import fc from 'fast-check';
import * as seeded from 'lib0/prng';
import { describe, expect, it } from 'vitest';
import { findNewKeys } from '#document/orderKeys.ts';

/** The keys after a list was put in the order of `ids`. */
function place(
  keys: ReadonlyMap<string, unknown>,
  ids: readonly string[],
  moving: readonly string[] = [],
  random: () => number = Math.random,
): Map<string, string> {
  const added = findNewKeys(
    ids,
    (id) => keys.get(id),
    (id) => moving.includes(id),
    random,
  );
  return new Map(ids.map((id) => [id, added.get(id) ?? String(keys.get(id))]));
}

function sorted(keys: ReadonlyMap<string, string>): readonly string[] {
  return [...keys].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
}

describe('findNewKeys', () => {
  it('puts ids in any order asked for, whatever keys there were', () => {
    const key = fc.constantFrom<unknown>(
      'a0',
      'a1',
      'a1',
      'a2V',
      'Zz',
      '',
      'not a key!',
      7,
      undefined,
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), (values) => {
        const ids = values.map((_, index) => `i${index}`);
        const keys = new Map(values.map((value, index) => [`i${index}`, value]));

        expect(sorted(place(keys, ids))).toEqual(ids);
      }),
    );
  });

  it('writes a key for what moves and leaves all others', () => {
    const keys = place(new Map(), ['a', 'b', 'c', 'd']);

    const moved = place(keys, ['b', 'c', 'a', 'd'], ['a']);

    expect(sorted(moved)).toEqual(['b', 'c', 'a', 'd']);
    for (const id of ['b', 'c', 'd']) expect(moved.get(id)).toBe(keys.get(id));
  });

  it('gives two people different keys at one place', () => {
    const keys = place(new Map(), ['a', 'b']);
    const taken = new Set<string | undefined>();
    // By chance two of two hundred are the same once in fifty times.
    const generator = seeded.create(3);

    for (let person = 0; person < 200; person += 1)
      taken.add(place(keys, ['a', 'x', 'b'], [], () => seeded.real53(generator)).get('x'));

    expect(taken.size).toBe(200);
  });

  it('keeps keys short when rows are added one after the other', () => {
    let ids: readonly string[] = ['first', 'last'];
    let keys: ReadonlyMap<string, string> = place(new Map(), ids);
    for (let index = 0; index < 500; index += 1) {
      ids = [...ids.slice(0, -1), `n${index}`, 'last'];
      keys = place(keys, ids);
    }
    const appended = Array.from({ length: 500 }, (_, index) => `m${index}`).reduce(
      (all: ReadonlyMap<string, string>, id) => place(all, [...all.keys(), id]),
      keys,
    );

    expect(Math.max(...[...appended].slice(-500).map(([, key]) => key.length))).toBeLessThan(20);
    expect(Math.max(...[...keys.values()].map((key) => key.length))).toBeLessThan(250);
  });
});
