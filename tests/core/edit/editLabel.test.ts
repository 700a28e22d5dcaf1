import { describe, expect, it } from 'vitest';
import { describeEdit } from '#core/edit/editLabel.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const start = smallProcedure();

describe('describeEdit', () => {
  it('numbers the row that an edit is about, a new one as it will be', () => {
    expect(describeEdit(start, { type: 'moveStep', step: 'sign', place: { at: 'end' } })).toEqual({
      what: 'moveStep',
      number: 3,
    });
    const step = { id: 'n', symbols: [] };
    expect(describeEdit(start, { type: 'addStep', step, place: { after: 'check' } })).toEqual({
      what: 'addStep',
      number: 3,
    });
    expect(describeEdit(start, { type: 'removeSymbol', symbol: 's4' })).toEqual({
      what: 'removeSymbol',
      number: 4,
    });
  });

  it('names the text that is typed, and the actor', () => {
    const target = { of: 'symbol', symbol: 's2' } as const;
    expect(
      describeEdit(start, { type: 'spliceText', target, at: 0, remove: 0, insert: 'x' }),
    ).toEqual({
      what: 'symbol',
      number: 2,
    });
    expect(describeEdit(start, { type: 'removeActor', actor: 'head' })).toEqual({
      what: 'removeActor',
      name: 'Kasubag',
    });
  });

  it('says of a batch what it was made for, and how often', () => {
    const edits = [
      { type: 'retargetFlow', flow: 'f1', end: 'to', symbol: 's3' },
      { type: 'moveStep', step: 'file', place: { before: 'check' } },
    ] as const;
    expect(describeEdit(start, { type: 'batch', edits })).toEqual({ what: 'moveStep', number: 4 });
    const removals = ['check', 'sign'].map((step) => ({ type: 'removeStep', step }) as const);
    expect(describeEdit(start, { type: 'batch', edits: removals })).toEqual({
      what: 'removeSteps',
      count: 2,
    });
  });
});
