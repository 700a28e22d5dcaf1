import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonSyntaxError } from '#core/model/jsonSyntax.ts';

describe('findJsonSyntaxError', () => {
  it.each([
    ['', 0],
    ['  ', 2],
    ['{"a": 1,}', 8],
    ['[1,,2]', 3],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[1}', 2],
    ['{"a": tru}', 6],
    ['{"a": "x', 6],
    ['"\n"', 0],
    ['"\\x"', 0],
    ['01', 1],
    ['[] []', 3],
    ['[[', 2],
  ])('finds in %j the offset %d', (text, offset) => {
    expect(findJsonSyntaxError(text)).toBe(offset);
  });

  it('agrees with JSON.parse', () => {
    const spoiled = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '[', '1', ' ', '\\', '\n'))
      .map(([json, at, piece]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + piece + json.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoiled), (text) => {
        expect(findJsonSyntaxError(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('survives deep nesting', () => {
    expect(findJsonSyntaxError('['.repeat(1_000_000))).toBe(1_000_000);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
