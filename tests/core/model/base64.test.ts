import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '#core/model/base64.ts';

describe('decodeBase64', () => {
  it('gives the bytes that were encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect([...decodeBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
      }),
    );
  });
});
