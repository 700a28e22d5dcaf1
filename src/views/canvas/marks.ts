import type { Box, CanvasLayout } from '#core/layout/geometry.ts';
import type { Selected } from '#session/session.ts';

/** The whole row or lane that a selection of one marks; undefined for other things. */
export function findBand(layout: CanvasLayout, { kind, id }: Selected): Box | undefined {
  const { numberWidth, headHeight, width, height } = layout;
  if (kind === 'step') {
    const row = layout.rows.find(({ step }) => step === id);
    return row && { x: numberWidth, y: row.y, width: width - numberWidth, height: row.height };
  }
  if (kind !== 'actor') return undefined;
  const column = layout.columns.find(({ actor }) => actor === id);
  return column && { x: column.x, y: headHeight, width: column.width, height: height - headHeight };
}
