import { type RefObject, useLayoutEffect, useRef } from 'react';
import { between, type Camera, type Frame } from '#core/presentation/camera.ts';

/** How long the sheet moves from one step to the next, in ms. */
const durationMs = 420;

/**
 * Points the drawing and the heads above it at a part of the sheet. From a step to one near by it glides,
 * so that one sees where the arrow led; farther, and for those who want less motion, it is there at once.
 * `isDirect` is a view that somebody moves by hand: it is followed without delay.
 */
export function useCamera(
  ref: RefObject<HTMLElement | null>,
  frame: Frame,
  target: Camera,
  isDirect: boolean,
): void {
  const shown = useRef<Camera>(undefined);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || frame.width === 0) return;
    const show = (camera: Camera) => {
      shown.current = camera;
      place(element, frame, camera);
    };
    const from = shown.current;
    if (!from || isDirect || !isNear(from, target, frame) || wantsStillness()) {
      show(target);
      return;
    }
    let request = 0;
    const startMs = performance.now();
    const draw = (nowMs: number) => {
      const share = Math.min(1, Math.max(0, (nowMs - startMs) / durationMs));
      show(between(from, target, ease(share)));
      if (share < 1) request = requestAnimationFrame(draw);
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [ref, frame, target, isDirect]);
}

/** The style sheet and the drawing take the camera from there. */
function place(element: HTMLElement, { width, height }: Frame, { x, y, scale }: Camera): void {
  const left = width / 2 - x * scale;
  const top = height / 2 - y * scale;
  element.style.setProperty('--left', `${left}px`);
  element.style.setProperty('--top', `${top}px`);
  element.style.setProperty('--scale', String(scale));
  element
    .querySelector('[data-camera]')
    ?.setAttribute('transform', `translate(${left} ${top}) scale(${scale})`);
}

function isNear(from: Camera, to: Camera, { width, height }: Frame): boolean {
  const scale = Math.min(from.scale, to.scale);
  return (
    Math.abs(from.x - to.x) * scale < width * 1.2 && Math.abs(from.y - to.y) * scale < height * 1.2
  );
}

function ease(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2;
}

function wantsStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
