import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';

const shifts = {
  above: 'translate(-50%, calc(-100% - 8px))',
  below: 'translate(-50%, 13px)',
  right: 'translate(18px, -50%)',
  beside: 'translate(44px, -50%)',
} as const;

interface FloatingProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly shift: keyof typeof shifts;
  readonly children: ReactNode;
}

/** Keeps its size on the screen however the sheet is zoomed. */
export function Floating({ at, shift, children }: FloatingProps) {
  const zoom = useStore(({ transform }) => transform[2]);
  return (
    <div
      className="canvasFloating"
      style={{
        left: at.x,
        top: at.y,
        transform: `scale(${1 / zoom}) ${shifts[shift]}`,
      }}
    >
      {children}
    </div>
  );
}
