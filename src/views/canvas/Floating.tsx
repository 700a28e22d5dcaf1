import { useStore } from '@xyflow/react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

const shifts = {
  above: 'translate(-50%, calc(-100% - 8px))',
  below: 'translate(-50%, 13px)',
  /** Below what stands below. */
  lower: 'translate(-50%, 66px)',
  right: 'translate(18px, -50%)',
  beside: 'translate(44px, -50%)',
} as const;

/** Least distance from the window's sides of what stands in the middle above or below, in px. */
const edgePx = 6;

interface FloatingProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly shift: keyof typeof shifts;
  readonly children: ReactNode;
}

/** Keeps its size on the screen however the sheet is zoomed, and stays within the window's sides. */
export function Floating({ at, shift, children }: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [half, setHalf] = useState(0);
  useLayoutEffect(() => setHalf((ref.current?.offsetWidth ?? 0) / 2), []);
  const isCentred = shift === 'above' || shift === 'below' || shift === 'lower';
  const zoom = useStore(({ transform }) => transform[2]);
  const inwards = useStore(({ transform, width }) =>
    isCentred ? toInwards(at.x * transform[2] + transform[0], half + edgePx, width) : 0,
  );
  return (
    <div
      ref={ref}
      className="canvasFloating"
      style={{
        left: at.x,
        top: at.y,
        transform: `scale(${1 / zoom}) translateX(${inwards}px) ${shifts[shift]}`,
      }}
    >
      {children}
    </div>
  );
}

/** How far something as wide on both sides of `x` moves to stay in a window; 0 once `x` is out of it. */
function toInwards(x: number, half: number, width: number): number {
  if (x < 0 || x > width || half * 2 > width) return 0;
  return Math.round(Math.max(half - x, 0) + Math.min(width - half - x, 0));
}
