import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import type { Point } from '#core/layout/geometry.ts';
import { type Camera, type Frame, toCamera, toView } from '#core/presentation/camera.ts';
import type { SheetPoint, SheetView } from '#core/presentation/presentationState.ts';
import { SheetPins, type SheetPinsProps } from './SheetPins.tsx';
import { useCamera } from './useCamera.ts';
import { useSheetGestures } from './useSheetGestures.ts';
import { useElementSize } from './useStageSize.ts';
import './SheetFrame.css';

/** Shows the sheet larger by a factor. */
export type Zoom = (factor: number) => void;

/** What of the sheet is to be seen, and what is done with it; the same for the drawing and the pages. */
export interface SheetLook {
  /** Where the presenter moved the view; null while it follows the step. */
  readonly view: SheetView | null;
  readonly pointer: SheetPoint | null;
  readonly isSpotlight: boolean;
  readonly isPointing: boolean;
  /** What a length of one px on a 1080p screen is here, in px. */
  readonly unit: number;
  /** Here the frame that is shown leaves how to zoom around its middle. */
  readonly zoomRef: RefObject<Zoom | null>;
  onLook(view: SheetView): void;
  onPoint(at: SheetPoint | null): void;
  /** A step was tapped. */
  onPick(step: string): void;
}

export interface SheetFrameProps {
  readonly label: string;
  readonly look: SheetLook;
  /** What to show while the view follows the step. */
  readonly toHome: (frame: Frame) => Camera;
  /** The drawing, for so many px a pt. */
  readonly children: (scale: number) => ReactNode;
  /** Stands above the drawing and moves with it. */
  readonly head?: (scale: number) => ReactNode;
  /** Where what is suggested about is on the sheet; absent where no flags stand. */
  readonly toPinPoint?: SheetPinsProps['toPoint'] | undefined;
}

/** A window onto the sheet: it moves to the step, or as somebody moves it. */
export function SheetFrame({ label, look, toHome, children, head, toPinPoint }: SheetFrameProps) {
  const ref = useRef<HTMLDivElement>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const frame = useElementSize(frameRef);
  const { view } = look;
  const camera = useMemo(
    () => (view ? toCamera(view, frame) : toHome(frame)),
    [view, frame, toHome],
  );
  useCamera(ref, frame, camera, view !== null);
  const { zoomRef, onLook } = look;
  useEffect(() => {
    zoomRef.current = (factor) =>
      onLook(toView({ ...camera, scale: camera.scale * factor }, frame));
    return () => {
      zoomRef.current = null;
    };
  }, [zoomRef, onLook, camera, frame]);
  const gestures = useSheetGestures({
    ...{ frameRef, frame, camera },
    isPointing: look.isPointing || look.isSpotlight,
    onLook: look.onLook,
    onPoint: look.onPoint,
    onTap: (target) => {
      const step = target.closest('[data-step]')?.getAttribute('data-step');
      if (step) look.onPick(step);
    },
  });
  function isInView([x, y]: Point): boolean {
    return (
      Math.abs(x - camera.x) * camera.scale <= frame.width / 2 &&
      Math.abs(y - camera.y) * camera.scale <= frame.height / 2
    );
  }
  return (
    <div className="presentSheet" ref={ref}>
      {head?.(camera.scale)}
      <div className="presentFrame" ref={frameRef}>
        <svg
          className={look.isPointing ? 'presentSvg isPointing' : 'presentSvg'}
          width={frame.width}
          height={frame.height}
          role="img"
          aria-label={label}
          {...gestures}
        >
          <g data-camera="">
            {children(camera.scale)}
            <Pointing look={look} scale={camera.scale} />
          </g>
        </svg>
        {toPinPoint && <SheetPins toPoint={toPinPoint} isInView={isInView} />}
      </div>
    </div>
  );
}

/** Radius of the lit place and of the pointer, in px on a 1080p screen. */
const spotRadius = 190;
const pointerRadius = 17;
/** More than any sheet, in pt. */
const everywhere = { x: -1e5, y: -1e5, width: 2e5, height: 2e5 } as const;

interface PointingProps {
  readonly look: SheetLook;
  readonly scale: number;
}

/** The pointer that everybody sees, and the dark around the place that it lights. */
function Pointing({ look: { pointer, isSpotlight, unit }, scale }: PointingProps) {
  const maskId = useId();
  if (!pointer) return null;
  const at = { cx: pointer.x, cy: pointer.y };
  if (isSpotlight)
    return (
      <g className="presentSpotlight">
        <mask id={maskId} maskUnits="userSpaceOnUse" {...everywhere}>
          <rect {...everywhere} fill="#fff" />
          <circle {...at} r={(spotRadius * unit) / scale} fill="#000" />
        </mask>
        <rect {...everywhere} mask={`url(#${maskId})`} />
      </g>
    );
  return (
    <g className="presentPointer">
      <circle {...at} r={(2.1 * pointerRadius * unit) / scale} />
      <circle {...at} r={(pointerRadius * unit) / scale} />
    </g>
  );
}
