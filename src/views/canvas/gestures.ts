import type { Point } from '#core/layout/geometry.ts';
import type { Selection, Session } from '#session/session.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import type { ArrowTarget, CanvasState, Gesture, RouteGesture } from './canvasState.ts';
import { toCentre } from './cells.ts';
import {
  findLaneDrop,
  findManyDrop,
  findNewStepDrop,
  findRowDrop,
  findSymbolDrop,
} from './dropTarget.ts';
import { findInFrame, joinSelections, toFrame } from './lasso.ts';
import { findSymbolAt, type Pointed } from './pointedAt.ts';
import { type RouteGrip, toRouteGesture } from './routeDrag.ts';
import { toSymbols } from './selections.ts';
import type { SheetStore } from './sheetStore.ts';

/** How far a press may wander, in px, and still be a click. */
export const slackPx = 4;

export interface Press {
  /** What was pressed. */
  readonly pointed: Pointed;
  readonly start: ClientPlace;
  /** The press was released where it began. */
  readonly onClick: () => void;
  readonly sheet: SheetStore;
  readonly session: Session;
  readonly state: CanvasState;
  readonly commands: CanvasCommands;
  /** From client pixels to the sheet. */
  readonly toPoint: (event: ClientPlace) => Point;
  /** Moves the view by so many px when the pointer is near its edge; whether it did. */
  readonly panAtEdge: (event: ClientPlace) => boolean;
  /** What stays selected beside what a frame finds. */
  readonly kept?: Selection;
}

export interface ClientPlace {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * Follows a press until it is released. It becomes a drag once it has left its place; the
 * procedure changes at the drop only. Escape, or the returned function, ends it without a change.
 */
export function openGesture(press: Press): () => void {
  const { start, state, session } = press;
  let moved = false;
  const edge = watchEdge(press);
  const close = () => {
    edge.stop();
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', close);
    window.removeEventListener('pointerdown', close, true);
    window.removeEventListener('keydown', onKey, true);
    if (state.get().gesture) state.set({ gesture: null });
    session.setPresence({ drag: null });
  };
  const onMove = (event: PointerEvent) => {
    moved ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > slackPx;
    if (!moved) return;
    showGesture(press, event);
    edge.follow(event);
  };
  const onUp = () => {
    const { gesture } = state.get();
    close();
    if (gesture) finishGesture(press, gesture);
    else if (!moved) press.onClick();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', close);
  // A second finger moves the view; this press has passed the window already.
  window.addEventListener('pointerdown', close, true);
  window.addEventListener('keydown', onKey, true);
  return close;
}

/** While the pointer rests near the window's edge the view goes on moving, and the drag with it. */
function watchEdge(press: Press) {
  let frame: number | undefined;
  let last: ClientPlace | undefined;
  const move = () => {
    frame = undefined;
    if (!last || !press.panAtEdge(last)) return;
    showGesture(press, last);
    frame = requestAnimationFrame(move);
  };
  return {
    follow(event: ClientPlace) {
      last = event;
      frame ??= requestAnimationFrame(move);
    },
    stop() {
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

function showGesture(press: Press, event: ClientPlace): void {
  const gesture = toGesture(press, press.toPoint(event));
  if (!gesture) return;
  press.state.set({ gesture });
  const [x, y] = gesture.at;
  press.session.setPresence({
    cursor: { x, y },
    drag: gesture.type === 'move' ? { symbol: gesture.symbol, x, y } : null,
  });
}

function toGesture(press: Press, at: Point): Gesture | undefined {
  const { pointed, session } = press;
  const { layout } = press.sheet.get();
  const procedure = session.procedure.get();
  switch (pointed.kind) {
    case 'symbol': {
      const centre = toGhostCentre(press, pointed.id, at);
      const symbols = toHeld(press, pointed.id);
      const drop =
        symbols.length > 1
          ? findManyDrop(layout, procedure, { symbols, at })
          : findSymbolDrop(layout, procedure, { symbol: pointed.id, at });
      return centre && { type: 'move', symbol: pointed.id, symbols, at: centre, drop };
    }
    case 'sheet': {
      const from = press.toPoint(press.start);
      const found = findInFrame(layout, toFrame(from, at));
      return { type: 'lasso', from, at, found: joinSelections(press.kept ?? [], found) };
    }
    case 'handle':
      return {
        type: 'connect',
        from: pointed.symbol,
        made: pointed.made,
        at,
        target: findArrowTarget(press, at, pointed.symbol),
      };
    case 'flowEnd':
      return toEndGesture(press, pointed, at);
    case 'flowRun':
      return toRoute(press, { flow: pointed.flow, grip: 'channel', at });
    case 'flowLabel':
      return toRoute(press, { flow: pointed.flow, grip: 'labelAt', at });
    case 'actor': {
      const drop = findLaneDrop(layout, pointed.id, at[0]);
      return { type: 'moveActor', id: pointed.id, at, drop };
    }
    case 'step': {
      const drop = findRowDrop(layout, pointed.id, at[1]);
      return { type: 'moveStep', id: pointed.id, at, drop };
    }
    case 'flow':
      return undefined;
  }
}

/** An arrow's end goes to another symbol, or round its own to another side. */
function toEndGesture(
  press: Press,
  { flow, end }: Extract<Pointed, { kind: 'flowEnd' }>,
  at: Point,
): Gesture {
  const target = findSymbolAt(press.sheet.get().layout, at);
  const now = press.session.procedure.get().flows.find(({ id }) => id === flow)?.[end];
  const route =
    !target || target.symbol === now ? toRoute(press, { flow, grip: end, at }) : undefined;
  return route ?? { type: 'retarget', flow, end, at, target };
}

function toRoute(
  { session, sheet, state, start, toPoint }: Press,
  drag: { readonly flow: string; readonly grip: RouteGrip; readonly at: Point },
): RouteGesture | undefined {
  const { gesture } = state.get();
  return toRouteGesture(
    {
      procedure: session.procedure.get(),
      layout: sheet.get().layout,
      toLayout: (procedure) => sheet.toLayout(procedure),
    },
    { ...drag, start: toPoint(start) },
    gesture?.type === 'route' ? gesture : undefined,
  );
}

function findArrowTarget(
  { sheet, session }: Press,
  at: Point,
  from: string,
): ArrowTarget | undefined {
  const { layout } = sheet.get();
  const symbol = findSymbolAt(layout, at);
  if (symbol) return symbol.symbol === from ? undefined : symbol;
  const drop = findNewStepDrop(layout, session.procedure.get(), at);
  return drop && { kind: 'new', drop };
}

/** The symbols that a drag of one takes along: all that are selected, if it is one of them. */
function toHeld({ session }: Press, symbol: string): readonly string[] {
  // Each move of the pointer asks: usually nothing else is selected.
  if (session.selection.get().length < 2) return [symbol];
  const selected = toSymbols(session.procedure.get(), session.selection.get()).map(
    (each) => each.symbol.id,
  );
  return selected.includes(symbol) ? selected : [symbol];
}

/** The ghost hangs on the pointer where the symbol was gripped. */
function toGhostCentre(press: Press, symbol: string, at: Point): Point | undefined {
  const box = press.sheet.get().symbols.get(symbol);
  if (!box) return undefined;
  const [startX, startY] = press.toPoint(press.start);
  const [centreX, centreY] = toCentre(box);
  return [at[0] + centreX - startX, at[1] + centreY - startY];
}

function finishGesture({ commands }: Press, gesture: Gesture): void {
  switch (gesture.type) {
    case 'move':
      if (gesture.drop) commands.moveSymbols(gesture.symbols, gesture.symbol, gesture.drop);
      return;
    case 'lasso':
      commands.selectAll(gesture.found);
      return;
    case 'connect':
      if (gesture.target) commands.connect(gesture.from, gesture.target, gesture.made);
      return;
    case 'retarget':
      if (gesture.target?.kind === 'symbol')
        commands.retarget(gesture.flow, gesture.end, gesture.target.symbol);
      return;
    case 'route':
      if (gesture.isKept && !gesture.isAsNow) commands.setRoute(gesture.flow, gesture.route);
      return;
    case 'moveActor':
      if (gesture.drop) commands.moveActorTo(gesture.id, gesture.drop.place);
      return;
    case 'moveStep':
      if (gesture.drop) commands.moveStepTo(gesture.id, gesture.drop.place);
      return;
  }
}
