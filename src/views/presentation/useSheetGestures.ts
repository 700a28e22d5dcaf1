import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import {
  type Camera,
  type Frame,
  panBy,
  toSheetPoint,
  toView,
  zoomAt,
} from '#core/presentation/camera.ts';
import type { SheetPoint, SheetView } from '#core/presentation/presentationState.ts';

export interface SheetGestures {
  readonly frameRef: RefObject<HTMLElement | null>;
  readonly frame: Frame;
  readonly camera: Camera;
  /** The mouse points for everybody while it moves over the sheet. */
  readonly isPointing: boolean;
  onLook(view: SheetView): void;
  onPoint(at: SheetPoint | null): void;
  /** A press that did not become a move. */
  onTap(target: Element): void;
}

/** A press that moves less than this, in px, is a tap. */
const tapTolerancePx = 6;

/** Moves and zooms the sheet with mouse, wheel and fingers, and says where somebody points. */
export function useSheetGestures(gestures: SheetGestures) {
  const { frameRef, isPointing, onPoint, onTap } = gestures;
  const fingers = useRef(new Map<number, SheetPoint>());
  const movedPx = useRef(0);
  const look = useLook(gestures);
  useWheel(frameRef, look);

  function press(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (fingers.current.size === 0) movedPx.current = 0;
    fingers.current.set(event.pointerId, toPlace(frameRef.current, event));
  }

  function move(event: PointerEvent<SVGSVGElement>): void {
    const place = toPlace(frameRef.current, event);
    if (isPointing) onPoint(toSheetPoint(gestures.camera, gestures.frame, place));
    const last = fingers.current.get(event.pointerId);
    if (!last) return;
    movedPx.current += Math.hypot(place.x - last.x, place.y - last.y);
    fingers.current.set(event.pointerId, place);
    if (movedPx.current < tapTolerancePx) return;
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    look((camera, frame) =>
      other
        ? zoomAt(camera, frame, other, apart(place, other) / apart(last, other))
        : panBy(camera, place.x - last.x, place.y - last.y),
    );
  }

  function release(event: PointerEvent<SVGSVGElement>): void {
    const wasPressed = fingers.current.delete(event.pointerId);
    if (!wasPressed || movedPx.current >= tapTolerancePx || event.type !== 'pointerup') return;
    const target = document.elementFromPoint(event.clientX, event.clientY);
    if (target) onTap(target);
  }

  return {
    onPointerDown: press,
    onPointerMove: move,
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: () => isPointing && onPoint(null),
  };
}

type Look = (change: (camera: Camera, frame: Frame) => Camera) => void;

/** Several moves may come before the page is drawn again: each starts where the last one ended. */
function useLook({ frame, camera, onLook }: SheetGestures): Look {
  const current = useRef({ frame, camera, onLook });
  useEffect(() => {
    current.current = { frame, camera, onLook };
  });
  return useRef<Look>((change) => {
    const at = current.current;
    at.camera = change(at.camera, at.frame);
    at.onLook(toView(at.camera, at.frame));
  }).current;
}

/** A wheel zooms where the pointer is. React's own listener could not keep the page from scrolling. */
function useWheel(frameRef: RefObject<HTMLElement | null>, look: Look): void {
  useEffect(() => {
    const element = frameRef.current;
    function turn(event: WheelEvent): void {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp((-event.deltaY * lines) / 500);
      look((camera, frame) => zoomAt(camera, frame, toPlace(element, event), factor));
    }
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [frameRef, look]);
}

function toPlace(
  element: HTMLElement | null,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): SheetPoint {
  const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: clientX - left, y: clientY - top };
}

function apart(a: SheetPoint, b: SheetPoint): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}
