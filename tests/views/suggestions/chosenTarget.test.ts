import { describe, expect, it } from 'vitest';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { toChosenTarget } from '#views/suggestions/chosenTarget.ts';

const procedure = smallProcedure();

describe('toChosenTarget', () => {
  it('takes the cell that the keyboard is in before the selection', () => {
    const selection = [{ kind: 'step', id: 'check' }] as const;

    expect(toChosenTarget(procedure, selection, 'step:duration:check')).toEqual({
      of: 'cell',
      step: 'check',
      field: 'duration',
    });
    expect(toChosenTarget(procedure, selection, 'item:legalBasis:1')).toEqual({
      of: 'identity',
      field: 'legalBasis',
    });
    expect(toChosenTarget(procedure, selection, 'date:revisedOn')).toEqual({
      of: 'identity',
      field: 'revisedOn',
    });
    expect(toChosenTarget(procedure, selection, 'place:check:head')).toEqual({
      of: 'step',
      step: 'check',
    });
  });

  it('is about what is selected, else about the whole', () => {
    expect(toChosenTarget(procedure, [{ kind: 'flow', id: 'f2' }], undefined)).toEqual({
      of: 'flow',
      flow: 'f2',
    });
    expect(toChosenTarget(procedure, [{ kind: 'actor', id: 'head' }], undefined)).toEqual({
      of: 'whole',
    });
    expect(toChosenTarget(procedure, [], undefined)).toEqual({ of: 'whole' });
  });
});
