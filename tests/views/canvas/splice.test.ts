import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Point } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { findSymbolDrop } from '#views/canvas/dropTarget.ts';
import { findSpliceFlow, toSpliceEdits } from '#views/canvas/splice.ts';

const start = smallProcedure();
const layout = layoutCanvas(start);

function middleOf(flow: string): Point {
  const points = layout.connectors.find((each) => each.flow === flow)?.points ?? [];
  const [from, to] = [points[0], points[1]];
  if (!from || !to) throw new RangeError(`No arrow ${flow}`);
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
}

function arrowsAfter(
  symbol: string,
  flow: string,
  procedure: Procedure = start,
): readonly string[] {
  const edits = toSpliceEdits(procedure, { symbol, flow, newId: () => 'new' });
  const result = applyEdit(procedure, { type: 'batch', edits });
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure.flows.map(
    ({ from, to, label }) => `${from}>${to}${label ? ` ${label}` : ''}`,
  );
}

describe('findSpliceFlow', () => {
  it('finds the arrow under the pointer, but none of the symbol’s own', () => {
    expect(findSpliceFlow(layout, start, 's3', middleOf('f1'))).toBe('f1');
    expect(findSpliceFlow(layout, start, 's3', middleOf('f4'))).toBeUndefined();
    expect(findSymbolDrop(layout, start, { symbol: 's3', at: middleOf('f1') })?.flow).toBe('f1');
  });

  it('leaves a symbol with several exits alone, whose ways nobody could guess', () => {
    expect(findSpliceFlow(layout, start, 's2', middleOf('f4'))).toBeUndefined();
  });
});

describe('toSpliceEdits', () => {
  it('puts the symbol into the arrow and closes up what it stood between', () => {
    expect(arrowsAfter('s3', 'f1')).toEqual(['s1>s3', 's2>s4 Ya', 's2>s1 Tidak', 's3>s2']);
  });

  it('keeps the arrow’s word at its exit', () => {
    const loose = { ...start, flows: start.flows.filter(({ id }) => id !== 'f4') };

    expect(arrowsAfter('s4', 'f2', loose)).toEqual(['s1>s2', 's2>s4 Ya', 's2>s1 Tidak', 's4>s3']);
  });
});
