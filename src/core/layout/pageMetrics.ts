import type { TextTarget } from '#core/edit/edit.ts';
import { textOf } from '#core/edit/textOf.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Box, Cell, DocumentLayout, PageLayout, SymbolBox, TextLine } from './geometry.ts';

/** What a printed document must not have: both are 0 on a good one. Counted from what is drawn. */
export interface DocumentMetrics {
  /**
   * Lines of text that stick out of their cell or their symbol's outline, and texts that are not
   * shown whole; a symbol's may stand below the activity.
   */
  readonly clippedTexts: number;
  /** Ends of flows at a page break without a pentagon, or whose letters differ. */
  readonly missingPentagons: number;
}

export function measureDocument(layout: DocumentLayout, procedure: Procedure): DocumentMetrics {
  const stickingOut = layout.pages.reduce((sum, page) => sum + countStickingOut(page), 0);
  return {
    clippedTexts:
      stickingOut +
      countIncomplete(layout, procedure) +
      countLostSymbolTexts(layout, procedure) +
      countLostNotes(layout, procedure),
    missingPentagons: countMissingPentagons(layout, procedure),
  };
}

function countStickingOut({ cells, symbols, footer }: PageLayout): number {
  const inCells = cells.flatMap((cell) =>
    cell.lines.filter((line) => !contains(cell, line) || line.y > footer.y),
  );
  const inSymbols = symbols.flatMap((symbol) =>
    symbol.lines.filter((line) => !holdsLine(symbol, line) || line.y > footer.y),
  );
  return inCells.length + inSymbols.length;
}

/** A symbol is its outline: the text's corners, those of its capitals on the baseline, lie in it. */
export function holdsLine(symbol: SymbolBox, { x, y, width, size }: TextLine): boolean {
  const [middle, centre] = [symbol.x + symbol.width / 2, symbol.y + symbol.height / 2];
  const dx = Math.max(0, Math.abs(x - middle) + width / 2 - 0.5);
  const dy = Math.max(0, Math.max(centre - (y - size * 0.72), y - centre) - 0.5);
  const [halfWidth, halfHeight] = [symbol.width / 2, symbol.height / 2];
  switch (symbol.kind) {
    case 'process':
      return dx <= halfWidth && dy <= halfHeight;
    case 'decision':
      return dx / halfWidth + dy / halfHeight <= 1;
    case 'terminator': {
      const radius = Math.min(halfWidth, halfHeight);
      const [endX, endY] = [Math.max(0, dx - halfWidth + radius), dy - halfHeight + radius];
      return Math.hypot(endX, Math.max(0, endY)) <= radius;
    }
  }
}

/** Half a point for rounding. The line's height is that of its capitals and descenders. */
function contains(box: Box, { x, y, width, size, anchor }: TextLine): boolean {
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return (
    left >= box.x - 0.5 &&
    left + width <= box.x + box.width + 0.5 &&
    y - size * 0.72 >= box.y - 0.5 &&
    y + size * 0.22 <= box.y + box.height + 0.5
  );
}

/**
 * Texts of cells of which a part is missing: a step's or an entry's over all pages, others cell by
 * cell.
 */
function countIncomplete({ pages }: DocumentLayout, procedure: Procedure): number {
  const shown = new Map<string, { readonly target: TextTarget; text: string }>();
  let incomplete = 0;
  for (const cell of pages.flatMap(({ cells }) => cells)) {
    const { target } = cell;
    // Those of symbols are looked for symbol by symbol.
    if (!target || target.of === 'symbol') continue;
    const text = toLetters(cell);
    if (target.of !== 'step' && target.of !== 'item') {
      if (!text.endsWith(toPlain(textOf(procedure, target)))) incomplete += 1;
      continue;
    }
    const key = JSON.stringify(target);
    const known = shown.get(key);
    if (known) known.text += text.replace(/^\(lanjutan\)/, '');
    else shown.set(key, { target, text });
  }
  for (const { target, text } of shown.values())
    if (text !== toPlain(textOf(procedure, target))) incomplete += 1;
  return incomplete;
}

/** 1 where the document's own note below the table is not printed whole. */
function countLostNotes({ pages }: DocumentLayout, { settings }: Procedure): number {
  if (!settings?.tableNote) return 0;
  const lines = pages.flatMap(({ captions }) => captions.filter(({ role }) => role === 'note'));
  return toLetters({ lines }) === toPlain(settings.tableNote) ? 0 : 1;
}

/** Texts of symbols that stand whole neither in their symbol nor below the activity. */
function countLostSymbolTexts({ pages }: DocumentLayout, { steps }: Procedure): number {
  const boxes = new Map(
    pages.flatMap((page) => page.symbols.map((box) => [box.symbol, toLetters(box)])),
  );
  const below = new Map<string, string>();
  for (const cell of pages.flatMap(({ cells }) => cells)) {
    if (cell.target?.of !== 'symbol') continue;
    const { symbol } = cell.target;
    below.set(symbol, `${below.get(symbol) ?? ''}${toLetters(cell)}`);
  }
  return steps
    .flatMap(({ symbols }) => symbols)
    .filter(({ id, text }) => {
      const whole = toPlain(text);
      return whole !== '' && boxes.get(id) !== whole && !below.get(id)?.endsWith(whole);
    }).length;
}

/** What lines say, without white space. */
export function toLetters({ lines }: Pick<Cell, 'lines'>): string {
  return toPlain(lines.map(({ text }) => text).join(''));
}

export function toPlain(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s/g, '');
}

function countMissingPentagons({ pages }: DocumentLayout, { flows }: Procedure): number {
  const pageOf = new Map(
    pages.flatMap(({ symbols }, page) => symbols.map(({ symbol }) => [symbol, page])),
  );
  return flows.filter(({ id, from, to }) => {
    const [source, target] = [pageOf.get(from), pageOf.get(to)];
    if (source === undefined || target === undefined || source === target) return false;
    const out = findLetter(pages[source], id, 'out');
    return out === undefined || out !== findLetter(pages[target], id, 'in');
  }).length;
}

function findLetter(
  page: PageLayout | undefined,
  flow: string,
  direction: 'out' | 'in',
): string | undefined {
  return page?.offPage.find(
    (pentagon) =>
      pentagon.direction === direction && (pentagon.flows ?? [pentagon.flow]).includes(flow),
  )?.letter;
}
