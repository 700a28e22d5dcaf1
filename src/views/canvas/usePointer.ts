import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import type { Point } from '#core/layout/geometry.ts';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import type { Session } from '#session/session.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import { useCanvas, useCanvasUi } from './canvasContext.ts';
import type { CanvasState } from './canvasState.ts';
import { findCell, findColumn, findRow } from './cells.ts';
import { type ClientPlace, openGesture, slackPx } from './gestures.ts';
import { findPointed, toSelected } from './pointedAt.ts';
import type { SheetStore } from './sheetStore.ts';
import { usePlaces } from './usePlaces.ts';

/** How long a finger rests before the menu opens. */
const longPressMs = 500;

interface Pointing {
  readonly session: Session;
  readonly state: CanvasState;
  readonly sheet: SheetStore;
  readonly commands: CanvasCommands;
  readonly canEdit: boolean;
  /** The pointer only moves the view. */
  readonly isHand: boolean;
  /** From client pixels to the sheet. */
  readonly toPoint: (event: ClientPlace) => Point;
  readonly panAtEdge: (event: ClientPlace) => boolean;
}

/** What mouse, pen and finger do on the sheet. */
export function usePointer() {
  const session = useSession();
  const canEdit = useCanEdit();
  const { state, sheet, commands } = useCanvas();
  const places = usePlaces();
  const isHand = useCanvasUi(({ tool }) => tool === 'hand') || !canEdit;
  return useMemo(
    () => toHandlers({ session, state, sheet, commands, canEdit, isHand, ...places }),
    [session, canEdit, state, sheet, commands, places, isHand],
  );
}

function toHandlers(pointing: Pointing) {
  const { session, state, commands, canEdit, isHand, toPoint } = pointing;
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || (belongsToWidget(event.target) && !isHandle(event.target))) return;
      const close = press(pointing, event);
      if (event.pointerType === 'touch' && canEdit) openMenuAfterRest(pointing, event, close);
    },
    onPointerMove(event: PointerEvent) {
      const [x, y] = toPoint(event);
      session.setPresence({ cursor: { x, y } });
      if (!state.get().gesture && event.buttons === 0) hover(state, event.target);
    },
    onPointerLeave() {
      session.setPresence({ cursor: null });
      if (state.get().hovered !== null) state.set({ hovered: null });
    },
    onDoubleClick(event: MouseEvent) {
      if (!isHand) openOrAdd(pointing, event);
    },
    onContextMenu(event: MouseEvent) {
      event.preventDefault();
      if (canEdit) openMenu(pointing, event);
    },
    onPaneClick() {
      commands.select(null);
    },
  };
}

/** What a press begins; the returned function ends it without a change. */
function press(pointing: Pointing, event: PointerEvent): () => void {
  const { commands, session } = pointing;
  const pointed = findPointed(event.target);
  const selected = toSelected(pointed);
  if (selected && (event.shiftKey || event.ctrlKey || event.metaKey)) {
    commands.toggleSelected(selected);
    return nothing;
  }
  // One of several selected stays one of them until it is clear that this press is no drag.
  const isOneOfSeveral = selected && includes(session.selection.get(), selected);
  if (event.pointerType === 'touch' && selected && !isOneOfSeveral)
    return watchTap(event, () => commands.select(selected));
  if (selected && !isOneOfSeveral) commands.select(selected);
  if (pointing.isHand) return nothing;
  if (!pointed) return frame(pointing, event);
  const onClick = () => selected && commands.select(selected);
  return openGesture({ ...pointing, pointed, start: event, onClick });
}

/** A finger that leaves where it came down; what it does else is React Flow's. */
function watchTap({ pointerId, clientX, clientY }: PointerEvent, onTap: () => void): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  const stop = () => watching.abort();
  const isFar = (event: ClientPlace) =>
    Math.hypot(event.clientX - clientX, event.clientY - clientY) > slackPx;
  const onUp = (event: globalThis.PointerEvent) => {
    stop();
    if (event.pointerId === pointerId && !isFar(event)) onTap();
  };
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', stop, { signal });
  // A second finger moves the view; the first one's own press has passed this phase already.
  window.addEventListener('pointerdown', stop, { signal, capture: true });
  return stop;
}

/** A frame on the bare sheet; a finger, the space bar and the middle button move the view instead. */
function frame(pointing: Pointing, event: PointerEvent): () => void {
  const isPanning = event.currentTarget.querySelector('.react-flow__pane.draggable') !== null;
  if (event.pointerType === 'touch' || isPanning) return nothing;
  const kept = event.shiftKey ? pointing.session.selection.get() : [];
  const pointed = { kind: 'sheet' } as const;
  return openGesture({ ...pointing, pointed, start: event, onClick: nothing, kept });
}

function nothing(): void {
  // React Flow moves the view.
}

/** A finger that rests opens the menu that a mouse has on its right button. */
function openMenuAfterRest(
  pointing: Pointing,
  { target, clientX, clientY }: PointerEvent,
  close: () => void,
): void {
  const watching = new AbortController();
  const timer = setTimeout(() => {
    watching.abort();
    close();
    openMenu(pointing, { target, clientX, clientY });
  }, longPressMs);
  const stop = () => {
    watching.abort();
    clearTimeout(timer);
  };
  const { signal } = watching;
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
  // A second finger moves the view; the first one's own press has passed this phase already.
  window.addEventListener('pointerdown', stop, { signal, capture: true });
  window.addEventListener(
    'pointermove',
    (event) => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > slackPx) stop();
    },
    { signal },
  );
}

function hover(state: CanvasState, target: EventTarget | null): void {
  const pointed = findPointed(target);
  // On the way to a handle the symbol stays the one that is pointed at.
  if (pointed?.kind === 'handle' || pointed?.kind === 'flowEnd') return;
  const hovered = pointed?.kind === 'symbol' ? pointed.id : null;
  if (hovered !== state.get().hovered) state.set({ hovered });
}

/** Opens the text that was double-clicked; in a bare cell it makes a step. */
function openOrAdd({ commands, sheet, toPoint }: Pointing, event: MouseEvent): void {
  if (belongsToWidget(event.target)) return;
  const pointed = findPointed(event.target);
  const selected = toSelected(pointed);
  if (selected) commands.editText(selected);
  if (pointed) return;
  const [x, y] = toPoint(event);
  const { layout } = sheet.get();
  const column = findColumn(layout, x);
  if (column && y > layout.headHeight) commands.addInCell(column.actor, findRow(layout, y)?.step);
}

function openMenu(
  { commands, session, state, sheet, toPoint }: Pointing,
  event: ClientPlace & { readonly target: EventTarget | null },
): void {
  const selected = toSelected(findPointed(event.target));
  if (selected && !includes(session.selection.get(), selected)) commands.select(selected);
  const cell = findCell(sheet.get().layout, toPoint(event));
  const target = selected ?? ({ kind: 'cell', cell } as const);
  state.set({ menu: { target, x: event.clientX, y: event.clientY }, gesture: null });
}

function includes(
  selection: ReturnType<Session['selection']['get']>,
  { kind, id }: { readonly kind: string; readonly id: string },
): boolean {
  return selection.some((selected) => selected.kind === kind && selected.id === id);
}

/** A button from which an arrow can be drawn; pressed and let go it is a button like any other. */
function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-handle]') !== null;
}

/** A field or button on the sheet does its own thing with the pointer. */
function belongsToWidget(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [role="toolbar"], .canvasWidget') !== null
  );
}
