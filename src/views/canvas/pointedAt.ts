import type { CanvasLayout, Point } from '#core/layout/geometry.ts';
import { SYMBOL_KINDS } from '#core/model/procedure.ts';
import type { Selected } from '#session/session.ts';
import type { ArrowMaking, ArrowTarget } from './canvasState.ts';
import { isInside } from './cells.ts';

/** What a mouse or finger touched on the sheet. */
export type Pointed =
  /** Where an arrow begins. */
  | { readonly kind: 'handle'; readonly symbol: string; readonly made: ArrowMaking }
  /** The bare sheet, where a frame begins. */
  | { readonly kind: 'sheet' }
  | { readonly kind: 'flowEnd'; readonly flow: string; readonly end: 'from' | 'to' }
  /** The long vertical part of an arrow, or its label. */
  | { readonly kind: 'flowRun' | 'flowLabel'; readonly flow: string }
  | Selected;

/** Reads it from the marks on the elements, innermost first; undefined for the bare sheet. */
export function findPointed(target: EventTarget | null): Pointed | undefined {
  if (!(target instanceof Element)) return undefined;
  const element = target.closest<HTMLElement | SVGElement>(
    '[data-handle], [data-flow-end], [data-flow-run], [data-flow-label], [data-symbol], [data-flow], [data-step], [data-actor]',
  );
  if (!element) return undefined;
  const { handle, flowEnd, flowId, flowRun, flowLabel, symbol, flow, step, actor } =
    element.dataset;
  if (handle) return { kind: 'handle', symbol: handle, made: toMaking(element.dataset) };
  if (flowEnd && flowId)
    return { kind: 'flowEnd', flow: flowId, end: flowEnd === 'from' ? 'from' : 'to' };
  if (flowRun) return { kind: 'flowRun', flow: flowRun };
  if (flowLabel) return { kind: 'flowLabel', flow: flowLabel };
  if (symbol) return { kind: 'symbol', id: symbol };
  if (flow) return { kind: 'flow', id: flow };
  if (step) return { kind: 'step', id: step };
  return actor ? { kind: 'actor', id: actor } : undefined;
}

function toMaking({ handleKind, handleLabel }: DOMStringMap): ArrowMaking {
  const kind = SYMBOL_KINDS.find((known) => known === handleKind);
  return { ...(kind && { kind }), ...(handleLabel && { label: handleLabel }) };
}

/** What of it can be selected; an arrow's ends belong to what is selected already. */
export function toSelected(pointed: Pointed | undefined): Selected | undefined {
  switch (pointed?.kind) {
    case 'handle':
    case 'flowEnd':
    case 'sheet':
    case undefined:
      return undefined;
    case 'flowRun':
    case 'flowLabel':
      return { kind: 'flow', id: pointed.flow };
    default:
      return pointed;
  }
}

/** The symbol at a point, with a little reach around its box. */
export function findSymbolAt(
  layout: CanvasLayout,
  at: Point,
  reach = 4,
): Extract<ArrowTarget, { kind: 'symbol' }> | undefined {
  const box = layout.symbols.find(({ x, y, width, height }) =>
    isInside(
      { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach },
      at,
    ),
  );
  return box && { kind: 'symbol', symbol: box.symbol };
}
