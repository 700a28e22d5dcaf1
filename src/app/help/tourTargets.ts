import type { BubbleTarget, Rect, Side } from './placeBubble.ts';
import type { TourStep } from './tourSteps.ts';

/** What each step speaks of: the first of these selectors that is on the screen. */
const selectors: Readonly<Record<TourStep, readonly string[]>> = {
  select: ['[data-symbol]'],
  write: ['.canvasEditor', '[data-tour="write"]', '[data-symbol]'],
  decide: ['[data-tour="decide"]', '[data-symbol][aria-pressed="true"]', '[data-symbol]'],
  actor: ['[data-tour="actor"]', '[data-tour="addActor"]'],
  table: ['[data-tour="table"]'],
  finish: ['[data-tour="download"]'],
};

const besideSymbols: readonly Side[] = ['right', 'left', 'below', 'above'];
const belowHeads: readonly Side[] = ['below', 'left', 'right', 'above'];

/** The control or symbol that a step speaks of; undefined while none of it is in view. */
export function findTourTarget(step: TourStep): BubbleTarget | undefined {
  for (const selector of selectors[step]) {
    const found = [...document.querySelectorAll(selector)].find(isInView);
    if (!found) continue;
    const control = toRect(found);
    const isOnSheet = step === 'select' || step === 'write' || step === 'decide';
    if (!isOnSheet) return { control, clear: control, sides: belowHeads };
    const symbol = document.querySelector('[data-symbol][aria-pressed="true"]');
    const clear = symbol ? unite(control, toRect(symbol)) : control;
    return { control, clear, sides: besideSymbols };
  }
  return undefined;
}

/** Whether somebody is in the middle of a text on the canvas, so that the tour waits. */
export function isWriting(): boolean {
  return document.querySelector('.canvasEditor') !== null;
}

function isInView(element: Element): boolean {
  const { left, top, right, bottom, width } = element.getBoundingClientRect();
  return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

function toRect(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function unite(a: Rect, b: Rect): Rect {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  const right = Math.max(a.left + a.width, b.left + b.width);
  const bottom = Math.max(a.top + a.height, b.top + b.height);
  return { left, top, width: right - left, height: bottom - top };
}
