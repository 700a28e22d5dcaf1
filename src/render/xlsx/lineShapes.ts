import type { TypeFamily } from '#core/layout/text/widthTable.ts';

export interface LineShape {
  /** From the top of a line down to its baseline, in em. */
  readonly ascent: number;
  /** Distance of two baselines where a program chooses it, in em. */
  readonly height: number;
  /**
   * So far below their places begin the table's rows, in pt: a spreadsheet sets a text nearer to the rule
   * above it than a page does, and this way neither is far from its place.
   */
  readonly lowering: number;
}

/**
 * How programs set lines of a family. Our stand-in for Bookman Old Style has higher lines than that
 * itself, so this is between both.
 */
export const lineShapes: Readonly<Record<TypeFamily, LineShape>> = {
  arial: { ascent: 0.905, height: 1.117, lowering: 1.4 },
  bookman: { ascent: 1.03, height: 1.25, lowering: 0 },
  times: { ascent: 0.891, height: 1.107, lowering: 1.4 },
};
