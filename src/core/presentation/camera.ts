import type { Box } from '#core/layout/geometry.ts';
import type { SheetPoint, SheetView } from './presentationState.ts';

/** The place where a drawing is shown, in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** What of a sheet a frame shows: its centre in pt, and how many px a pt is. */
export interface Camera extends SheetPoint {
  readonly scale: number;
}

const scaleBounds = { least: 0.05, most: 12 } as const;

/** What the view means on this screen. */
export function toCamera({ x, y, span }: SheetView, frame: Frame): Camera {
  return { x, y, scale: withinScale(shorterSide(frame) / span) };
}

/** The camera as others with other screens can use it. */
export function toView({ x, y, scale }: Camera, frame: Frame): SheetView {
  return { x, y, span: Math.max(1, shorterSide(frame) / scale) };
}

/** Shows the box whole, as large as it fits with `margin` px around it, but not larger than `mostScale`. */
export function fitBox(
  box: Box,
  frame: Frame,
  { margin, mostScale }: { readonly margin: number; readonly mostScale: number },
): Camera {
  const across = Math.max(1, frame.width - 2 * margin) / Math.max(1, box.width);
  const down = Math.max(1, frame.height - 2 * margin) / Math.max(1, box.height);
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    scale: withinScale(Math.min(across, down, mostScale)),
  };
}

/** Larger by a factor, so that what is at that place of the frame, in px, stays there. */
export function zoomAt(camera: Camera, frame: Frame, at: SheetPoint, factor: number): Camera {
  const scale = withinScale(camera.scale * factor);
  const place = toSheetPoint(camera, frame, at);
  const [dx, dy] = [at.x - frame.width / 2, at.y - frame.height / 2];
  return { x: place.x - dx / scale, y: place.y - dy / scale, scale };
}

/** The sheet moves with a finger or mouse by so many px. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** What of the sheet is at a place of the frame, in px. */
export function toSheetPoint(camera: Camera, frame: Frame, at: SheetPoint): SheetPoint {
  return {
    x: camera.x + (at.x - frame.width / 2) / camera.scale,
    y: camera.y + (at.y - frame.height / 2) / camera.scale,
  };
}

/** Between two cameras, `share` from 0 to 1; scales change evenly to the eye. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    scale: Math.exp(mix(Math.log(from.scale), Math.log(to.scale))),
  };
}

function shorterSide({ width, height }: Frame): number {
  return Math.max(1, Math.min(width, height));
}

function withinScale(scale: number): number {
  return Math.min(scaleBounds.most, Math.max(scaleBounds.least, scale));
}
