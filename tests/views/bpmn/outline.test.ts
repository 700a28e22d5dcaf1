import { describe, expect, it } from 'vitest';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { toOutline } from '#views/bpmn/outline.ts';

describe('toOutline', () => {
  it('says who does each step and where it goes on', () => {
    expect(toOutline(smallProcedure())[1]).toEqual({
      id: 'check',
      number: 2,
      kind: 'decision',
      activity: 'Memeriksa surat',
      actors: ['Kasubag'],
      exits: [
        { id: 'f2', label: 'Ya', number: 3 },
        { id: 'f3', label: 'Tidak', number: 1 },
      ],
    });
  });
});
