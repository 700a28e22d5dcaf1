import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { CanvasLayout, SymbolBox } from './geometry.ts';
import { type DrawingMetrics, measurePage } from './metrics.ts';
import { holdsLine, toLetters, toPlain } from './pageMetrics.ts';

export interface CanvasMetrics extends DrawingMetrics {
  /** Lines that stick out of their symbol's outline, and texts of which a part cannot be reached. */
  readonly clippedTexts: number;
  /** Texts that end in "…": the whole of them is shown when one points at the symbol. */
  readonly shortenedTexts: number;
}

/** How good the canvas's sheet is, counted from what is drawn. */
export function measureCanvas(layout: CanvasLayout, procedure: Procedure): CanvasMetrics {
  const boxes = new Map(layout.symbols.map((box) => [box.symbol, box]));
  const lost = procedure.steps.flatMap((step) =>
    step.symbols.filter((symbol) => isLost(symbol, step, boxes.get(symbol.id))),
  );
  const stickingOut = layout.symbols.flatMap((box) =>
    box.lines.filter((line) => !holdsLine(box, line)),
  );
  return {
    ...measurePage(layout, procedure),
    clippedTexts: lost.length + stickingOut.length,
    shortenedTexts: layout.symbols.filter(({ isShortened }) => isShortened).length,
  };
}

function isLost(symbol: StepSymbol, step: Step, box: SymbolBox | undefined): boolean {
  if (!box) return true;
  if (box.isShortened) return false;
  const shown = toLetters(box);
  const own = toPlain(symbol.text);
  if (shown === toPlain(step.activity) + own) return false;
  // A capsule in the cell of its box only marks the beginning or the end.
  const isMark =
    symbol.kind === 'terminator' &&
    step.symbols.some(({ id, actor }) => id !== symbol.id && actor === symbol.actor);
  return !isMark || (own !== '' && shown !== own);
}
