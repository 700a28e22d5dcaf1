import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { measureCanvas } from '#core/layout/canvasMetrics.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExamples } from '#tests/support/examples.ts';
import { askingProcedure, LONG_QUESTIONS } from '#tests/support/longQuestions.ts';
import { isWithin, overlaps } from '#tests/support/pageTexts.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('layoutCanvas', () => {
  it.each(readExamples())('shows every activity of $name whole in its symbol', ({ procedure }) => {
    const { symbols } = layoutCanvas(procedure);

    for (const step of procedure.steps) {
      const [own] = step.symbols;
      const box = symbols.find(({ symbol }) => symbol === own?.id);
      const shown = box?.lines.map(({ text }) => text).join(' ');
      expect(shown).toBe([step.activity, own?.text].filter(Boolean).join(' '));
    }
  });

  it('draws every flow, with its label', () => {
    const procedure = smallProcedure();

    const { connectors } = layoutCanvas(procedure);

    const drawn = connectors.map(({ flow, label }) => ({ flow, label: label?.text }));
    expect(drawn).toEqual(procedure.flows.map(({ id, label }) => ({ flow: id, label })));
  });

  it('ends a text that is too long for its symbol in an ellipsis', () => {
    const procedure = withActivity('Memeriksa kelengkapan berkas permohonan. '.repeat(20));

    const [box, other] = layoutCanvas(procedure).symbols;

    expect(box?.lines.length).toBeGreaterThan(3);
    expect(box?.lines.at(-1)?.text).toMatch(/…$/);
    expect([box?.isShortened, other?.isShortened]).toEqual([true, undefined]);
  });

  it('counts what is shortened apart from what is lost', () => {
    const procedure = withActivity('Memeriksa kelengkapan berkas permohonan. '.repeat(20));
    const layout = layoutCanvas(procedure);
    const silent = layout.symbols.map(({ isShortened: _, ...box }) => box);

    expect(measureCanvas(layout, procedure)).toMatchObject({ shortenedTexts: 1, clippedTexts: 0 });
    expect(measureCanvas({ ...layout, symbols: silent }, procedure)).toMatchObject({
      shortenedTexts: 0,
      clippedTexts: 1,
    });
  });

  it.each([0, 1])('shows long question %i whole in a decision that is higher for it', (index) => {
    const procedure = askingProcedure(8);
    const step = procedure.steps[3 + 3 * index];

    const { symbols } = layoutCanvas(procedure);

    const box = symbols.find((each) => each.step === step?.id);
    const shown = box?.lines.map(({ text }) => text).join(' ');
    expect(shown).toBe(`${step?.activity} ${LONG_QUESTIONS[index]}`);
    expect(box?.height).toBeLessThanOrEqual(200);
  });

  it('marks a capsule beside its box instead of saying the activity twice', () => {
    const procedure = smallProcedure();
    const start = applyEdit(procedure, {
      type: 'batch',
      edits: [
        { type: 'setSymbolKind', symbol: 's1', kind: 'process' },
        {
          type: 'addSymbol',
          step: 'receive',
          symbol: { id: 'start', actor: 'staff', kind: 'terminator' },
        },
        { type: 'connect', flow: { id: 'f0', from: 'start', to: 's1' } },
      ],
    });
    if (!start.ok) throw new Error(start.rejection.message);

    const { symbols } = layoutCanvas(start.procedure);

    const capsule = symbols.find(({ symbol }) => symbol === 'start');
    const box = symbols.find(({ symbol }) => symbol === 's1');
    expect(capsule?.lines.map(({ text }) => text)).toEqual(['Mulai']);
    expect((capsule?.y ?? 0) + (capsule?.height ?? 0)).toBeLessThan(box?.y ?? 0);
  });

  it('leaves room to begin in when there is nothing yet', () => {
    const { width, height, columns, rows } = layoutCanvas(emptyProcedure('Baru'));

    expect({ columns, rows }).toEqual({ columns: [], rows: [] });
    expect(Math.min(width, height)).toBeGreaterThan(200);
  });

  it('gives the same sheet for an equal procedure, also after another was laid out', () => {
    const procedure = smallProcedure();
    const before = layoutCanvas(procedure);

    layoutCanvas(withActivity('Lain'));

    expect(layoutCanvas(structuredClone(procedure))).toEqual(before);
  });

  it('keeps symbols in their cells and apart, whatever the procedure', () => {
    fc.assert(
      fc.property(arbitraryProcedure({ steps: { most: 40 } }), (procedure) => {
        const { columns, rows, symbols } = layoutCanvas(procedure);

        expect(symbols.length).toBe(procedure.steps.flatMap((step) => step.symbols).length);
        expect(symbols.filter((a) => symbols.some((b) => a !== b && overlaps(a, b)))).toEqual([]);
        for (const box of symbols) {
          const row = rows.find(({ step }) => step === box.step);
          const column = columns.find(({ x, width }) => box.x >= x && box.x < x + width);
          if (!row || !column) throw new Error(`${box.symbol} stands outside`);
          expect(isWithin(box, { ...column, y: row.y, height: row.height })).toBe(true);
          for (const line of box.lines) expect(line.width).toBeLessThan(box.width);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

function withActivity(activity: string): Procedure {
  const procedure = smallProcedure();
  const [first, ...rest] = procedure.steps;
  return first ? { ...procedure, steps: [{ ...first, activity }, ...rest] } : procedure;
}
