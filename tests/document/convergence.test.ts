import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { findReferenceProblem } from '#core/model/references.ts';
import { readProcedure } from '#document/procedureDocument.ts';
import { arbitraryHappening, type Happening, Peers } from '#tests/support/peers.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const arbitraryStory = fc.array(arbitraryHappening, { minLength: 1, maxLength: 80, size: 'max' });

describe('several ProcedureDocuments', () => {
  it('show the same valid procedure however their updates travelled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), arbitraryStory, (count, story) => {
        const peers = new Peers(count, smallProcedure());

        for (const happening of story) {
          peers.play(happening);
          for (const { document } of peers.people)
            expect(findReferenceProblem(document.read())).toBeUndefined();
        }
        peers.settle();

        const [first, ...others] = peers.people.map(({ document }) => document.read());
        for (const other of others) expect(other).toEqual(first);
        for (const { doc } of peers.people) expect(readProcedure(doc)).toEqual(first);
        expect(parseProcedureFile(first && toProcedureFile(first))).toMatchObject({ ok: true });
        peers.close();
      }),
      {
        numRuns: 80,
        examples: [[3, uncoveredFlow]],
      },
    );
  });
});

const choice = { first: 0, second: 0, third: 0, text: '', reusesId: false };

/** One takes the label off f3, the other reverses f1 into the same arrow, and the first reverses it back. */
const uncoveredFlow: readonly Happening[] = [
  {
    type: 'edit',
    peer: 0,
    choices: [{ ...choice, type: 'setText', first: 8, second: 2 }],
  },
  { type: 'edit', peer: 1, choices: [{ ...choice, type: 'reverseFlow' }] },
  { type: 'deliver', to: 0, message: 0, twice: false },
  { type: 'edit', peer: 0, choices: [{ ...choice, type: 'reverseFlow' }] },
];
