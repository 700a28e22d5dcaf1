import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Procedure, Step } from '#core/model/procedure.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';

/** One small edit; numbers are taken modulo what is there. */
interface Change {
  readonly kind: 'move' | 'rename' | 'insert' | 'remove' | 'disconnect';
  readonly step: number;
  readonly actor: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom<Change['kind'][]>('move', 'rename', 'insert', 'remove', 'disconnect'),
  step: fc.nat(200),
  actor: fc.nat(15),
});

describe('the layout after some edits', () => {
  it('is the same as the layout of a program that has just started', async () => {
    const procedures = arbitraryProcedure({ steps: { least: 10, most: 90 } });
    const changes = fc.array(change, { minLength: 3, maxLength: 6 });
    const { layoutCanvas, layoutDocument } = await openLayout();
    await fc.assert(
      fc.asyncProperty(procedures, changes, async (procedure, edits) => {
        let edited = procedure;
        for (const edit of edits) {
          layoutCanvas(edited);
          layoutDocument(edited);
          edited = apply(edited, edit);
        }
        const remembered = [layoutCanvas(edited), layoutDocument(edited)];

        const fresh = await openLayout();
        const cold = [fresh.layoutCanvas(edited), fresh.layoutDocument(edited)];

        expect(remembered).toEqual(cold);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

/** The layout with nothing remembered. */
async function openLayout() {
  vi.resetModules();
  const { layoutCanvas } = await import('#core/layout/layoutCanvas.ts');
  const { layoutDocument } = await import('#core/layout/layoutDocument.ts');
  return { layoutCanvas, layoutDocument };
}

function apply(procedure: Procedure, { kind, step, actor }: Change): Procedure {
  const { steps, flows, actors } = procedure;
  const place = step % steps.length;
  const change = (edit: (step: Step) => Step) => ({
    ...procedure,
    steps: steps.map((each, index) => (index === place ? edit(each) : each)),
  });
  switch (kind) {
    case 'move': {
      const target = actors[actor % actors.length]?.id ?? '';
      return change((each) => ({
        ...each,
        symbols: each.symbols.map((symbol, index) =>
          index === 0 ? { ...symbol, actor: target } : symbol,
        ),
      }));
    }
    case 'rename':
      return change((each) => ({
        ...each,
        activity: `${each.activity} dan mencatat`.slice(0, 200),
      }));
    case 'insert': {
      const model = steps[place];
      if (!model) return procedure;
      const added: Step = {
        ...model,
        id: `new ${steps.length}`,
        symbols: model.symbols.slice(0, 1).map((symbol) => ({
          ...symbol,
          id: `new symbol ${steps.length}`,
          kind: 'process',
        })),
      };
      return { ...procedure, steps: steps.toSpliced(place, 0, { ...added, joint: false }) };
    }
    case 'remove': {
      const gone = new Set(steps[place]?.symbols.map(({ id }) => id));
      return {
        ...procedure,
        steps: steps.length > 2 ? steps.toSpliced(place, 1) : steps,
        flows:
          steps.length > 2
            ? flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to))
            : flows,
      };
    }
    case 'disconnect':
      return { ...procedure, flows: flows.toSpliced(step % Math.max(flows.length, 1), 1) };
  }
}
