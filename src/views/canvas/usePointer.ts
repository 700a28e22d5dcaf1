import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import type { CanvasLayout, Point } from '#core/layout/geometry.ts';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { useCanvas, useCanvasUi } from './canvasContext.ts';
import { findCell, findColumn, findRow } from './cells.ts';
import { openGesture } from './gestures.ts';
import { findPointed } from './pointedAt.ts';

/** How long a finger rests before the menu opens. */
const longPressMs = 500;

/** What mouse, pen and finger do on the sheet. */
export function usePointer(layout: CanvasLayout) {
  const session = useSession();
  const canEdit = useCanEdit();
  const { state, commands } = useCanvas();
  const flow = useReactFlow();
  const tool = useCanvasUi((ui) => ui.tool);
  return useMemo(() => {
    const toPoint = (event: { readonly clientX: number; readonly clientY: number }): Point => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return [x, y];
    };
    const isHand = tool === 'hand' || !canEdit;
    const openMenu = (event: {
      readonly target: EventTarget | null;
      readonly clientX: number;
      readonly clientY: number;
    }) => {
      const pointed = findPointed(event.target);
      const target =
        pointed?.kind === 'symbol' || pointed?.kind === 'flow'
          ? pointed
          : ({ kind: 'cell', cell: findCell(layout, toPoint(event)) } as const);
      if (target.kind !== 'cell') commands.select(target);
      state.set({ menu: { target, x: event.clientX, y: event.clientY }, gesture: null });
    };
    return {
      onPointerDown(event: PointerEvent) {
        const pointed = findPointed(event.target);
        if (event.button !== 0 || !pointed) return;
        if (pointed.kind === 'symbol' || pointed.kind === 'flow') commands.select(pointed);
        if (isHand) return;
        const press = openGesture({
          pointed,
          start: event,
          layout,
          session,
          state,
          commands,
          toPoint,
        });
        if (event.pointerType !== 'touch') return;
        const { target, clientX, clientY } = event;
        const timer = setTimeout(() => {
          if (press.hasMoved()) return;
          press.close();
          openMenu({ target, clientX, clientY });
        }, longPressMs);
        window.addEventListener('pointerup', () => clearTimeout(timer), { once: true });
      },
      onPointerMove(event: PointerEvent) {
        const [x, y] = toPoint(event);
        session.setPresence({ cursor: { x, y } });
        if (state.get().gesture || event.buttons !== 0) return;
        const pointed = findPointed(event.target);
        if (pointed?.kind === 'handle' || pointed?.kind === 'flowEnd') return;
        state.hover(pointed ?? null);
      },
      onPointerLeave() {
        session.setPresence({ cursor: null });
        if (!state.get().gesture) state.hover(null);
      },
      onDoubleClick(event: MouseEvent) {
        if (isHand) return;
        const pointed = findPointed(event.target);
        if (pointed?.kind === 'symbol' || pointed?.kind === 'flow') commands.editText(pointed);
        if (pointed) return;
        const [x, y] = toPoint(event);
        const column = findColumn(layout, x);
        if (column && y > layout.headHeight)
          commands.addInCell(column.actor, findRow(layout, y)?.step);
      },
      onContextMenu(event: MouseEvent) {
        event.preventDefault();
        if (canEdit) openMenu(event);
      },
      onPaneClick() {
        commands.select(null);
      },
    };
  }, [layout, session, canEdit, state, commands, flow, tool]);
}
