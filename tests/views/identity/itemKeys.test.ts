import { describe, expect, it } from 'vitest';
import { toKeyedItems } from '#views/identity/itemKeys.ts';

const before = { items: ['satu', 'dua', 'tiga'], keys: ['a', 'b', 'c'] };

function keysOf(...items: string[]): readonly string[] {
  let made = 0;
  return toKeyedItems(before, items, () => `new${++made}`).keys;
}

describe('toKeyedItems', () => {
  it('gives an added entry a key of its own', () => {
    expect(keysOf('nol', 'satu', 'dua', 'tiga')).toEqual(['new1', 'a', 'b', 'c']);
    expect(keysOf('satu', '', 'dua', 'tiga')).toEqual(['a', 'new1', 'b', 'c']);
  });

  it('takes a removed entry away with its key', () => {
    expect(keysOf('satu', 'tiga')).toEqual(['a', 'c']);
  });

  it('lets a moved entry keep its key', () => {
    expect(keysOf('dua', 'tiga', 'satu')).toEqual(['b', 'c', 'a']);
  });

  it('lets an entry keep its key while it is typed in, also when others are added', () => {
    expect(keysOf('satu', 'dua puluh', 'tiga')).toEqual(['a', 'b', 'c']);
    expect(keysOf('nol', 'satu', 'dua puluh', 'tiga')).toEqual(['b', 'a', 'new1', 'c']);
  });
});
