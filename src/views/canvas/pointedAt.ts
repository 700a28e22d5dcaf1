import type { CanvasLayout, Point } from '#core/layout/geometry.ts';
import type { ArrowTarget } from './canvasState.ts';
import { isInside } from './cells.ts';

/** What a mouse or finger touched on the sheet. */
export type Pointed =
  | { readonly kind: 'handle'; readonly symbol: string }
  | { readonly kind: 'flowEnd'; readonly flow: string; readonly end: 'from' | 'to' }
  | { readonly kind: 'symbol'; readonly id: string }
  | { readonly kind: 'flow'; readonly id: string };

/** Reads it from the marks on the elements, innermost first; undefined for the bare sheet. */
export function findPointed(target: EventTarget | null): Pointed | undefined {
  if (!(target instanceof Element)) return undefined;
  const element = target.closest<SVGElement>(
    '[data-handle], [data-flow-end], [data-symbol], [data-flow]',
  );
  if (!element) return undefined;
  const { handle, flowEnd, flowId, symbol, flow } = element.dataset;
  if (handle) return { kind: 'handle', symbol: handle };
  if (flowEnd && flowId)
    return { kind: 'flowEnd', flow: flowId, end: flowEnd === 'from' ? 'from' : 'to' };
  if (symbol) return { kind: 'symbol', id: symbol };
  return flow ? { kind: 'flow', id: flow } : undefined;
}

/** The symbol at a point, with a little reach around its box. */
export function findSymbolAt(
  layout: CanvasLayout,
  at: Point,
  reach = 4,
): Extract<ArrowTarget, { kind: 'symbol' }> | undefined {
  const box = layout.symbols.find(({ x, y, width, height }) =>
    isInside({ x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach }, at),
  );
  return box && { kind: 'symbol', symbol: box.symbol };
}
