import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { describeProposal, toProposal, toProposalForm } from '#views/suggestions/proposal.ts';

const procedure = smallProcedure();

function formOf(target: SuggestionTarget) {
  const form = toProposalForm(procedure, target);
  if (!form) throw new RangeError(`No form for ${target.of}`);
  return form;
}

describe('toProposal', () => {
  it('proposes only what differs from what stands there', () => {
    const answers = new Map([
      ['duration', '10 menit'],
      ['activity', 'Memeriksa surat '],
      ['actor', 'secretary'],
    ]);

    const edits = toProposal(formOf({ of: 'step', step: 'check' }), answers);

    expect(edits).toEqual([
      {
        type: 'setText',
        target: { of: 'step', step: 'check', field: 'duration' },
        text: '10 menit',
      },
      { type: 'moveSymbol', symbol: 's2', step: 'check', actor: 'secretary' },
    ]);
    expect(applyEdit(procedure, { type: 'batch', edits })).toMatchObject({ ok: true });
  });

  it('offers one field for a cell, a label for an arrow, nothing for the whole', () => {
    expect(
      formOf({ of: 'cell', step: 'sign', field: 'output' }).fields.map(({ key }) => key),
    ).toEqual(['output']);
    expect(formOf({ of: 'flow', flow: 'f2' })).toMatchObject({
      fields: [{ key: 'label', value: 'Ya' }],
      removal: { type: 'removeFlow', flow: 'f2' },
    });
    expect(toProposalForm(procedure, { of: 'whole' })).toBeUndefined();
  });
});

describe('describeProposal', () => {
  it('says word by word what would change', () => {
    expect(
      describeProposal(procedure, [
        {
          type: 'setText',
          target: { of: 'step', step: 'check', field: 'duration' },
          text: '10 menit',
        },
        { type: 'moveSymbol', symbol: 's2', step: 'check', actor: 'secretary' },
        { type: 'removeStep', step: 'sign' },
        { type: 'reverseFlow', flow: 'f4' },
      ]),
    ).toEqual([
      {
        kind: 'text',
        target: { of: 'step', step: 'check', field: 'duration' },
        words: [
          { kind: 'removed', text: '5' },
          { kind: 'added', text: '10' },
          { kind: 'same', text: ' menit' },
        ],
      },
      { kind: 'actor', row: 2, before: 'Kasubag', after: 'Sekretaris' },
      { kind: 'removeStep', row: 3, activity: 'Menandatangani' },
      { kind: 'other' },
    ]);
  });
});
