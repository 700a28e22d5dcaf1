import type { Box, PageLayout, Point } from '#core/layout/geometry.ts';
import type { Selected, Selection } from '#session/session.ts';

/** Something selected, where it stands on a page. */
export type Mark =
  | { readonly kind: 'row' | 'symbol' | 'column'; readonly key: string; readonly box: Box }
  | { readonly kind: 'line'; readonly key: string; readonly points: readonly Point[] };

/** What of the selection shows on this page; a selected symbol marks its row too. */
export function toMarks(page: PageLayout, selection: Selection): readonly Mark[] {
  return selection.flatMap((selected) => toMarksOf(page, selected));
}

/** The row of a step from the left end of the table to the right one. */
export function findRowBox(page: PageLayout, step: string): Box | undefined {
  const row = page.rows.find((candidate) => candidate.step === step);
  if (!row) return undefined;
  const cells = page.cells.filter((cell) => cell.step === step);
  const left = Math.min(...cells.map((cell) => cell.x));
  const right = Math.max(...cells.map((cell) => cell.x + cell.width));
  return cells.length > 0
    ? { x: left, y: row.y, width: right - left, height: row.height }
    : undefined;
}

/** The column of an actor below its head. */
export function findColumnBox({ rows, columns }: PageLayout, actor: string): Box | undefined {
  const column = columns.find((candidate) => candidate.actor === actor);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!column || !first || !last) return undefined;
  const { x, width } = column;
  return { x, y: first.y, width, height: last.y + last.height - first.y };
}

/** Where the selection stands on a page, if it does. */
export function findSelectionBox(page: PageLayout, selection: Selection): Box | undefined {
  const [mark] = toMarks(page, selection);
  if (!mark) return undefined;
  if (mark.kind !== 'line') return mark.box;
  const xs = mark.points.map(([x]) => x);
  const ys = mark.points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function toMarksOf(page: PageLayout, { kind, id }: Selected): readonly Mark[] {
  switch (kind) {
    case 'step':
      return toRowMark(page, id);
    case 'symbol': {
      const symbol = page.symbols.find((candidate) => candidate.symbol === id);
      if (!symbol) return [];
      return [...toRowMark(page, symbol.step), { kind, key: `symbol:${id}`, box: symbol }];
    }
    case 'flow':
      return page.connectors
        .filter((connector) => connector.flow === id)
        .map(({ points }, index) => ({ kind: 'line', key: `flow:${id}:${index}`, points }));
    case 'actor': {
      const box = findColumnBox(page, id);
      return box ? [{ kind: 'column', key: `actor:${id}`, box }] : [];
    }
  }
}

function toRowMark(page: PageLayout, step: string): readonly Mark[] {
  const box = findRowBox(page, step);
  return box ? [{ kind: 'row', key: `row:${step}`, box }] : [];
}
