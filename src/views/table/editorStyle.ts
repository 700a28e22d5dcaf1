import type { CSSProperties } from 'react';
import { fontStacks } from '#core/export/fontStacks.ts';
import type { EditPlace } from './editPlace.ts';

/** Lays a field over its cell so that its letters stand where they are printed. */
export function toEditorStyle({ box, style }: EditPlace): CSSProperties {
  const { family, size, weight, lineHeight, align, padTop, padSide } = style;
  return {
    left: box.x,
    top: box.y,
    width: box.width,
    minHeight: box.height,
    // A hair less at the end, so that no rounding breaks a line earlier than on paper.
    padding: `${padTop}px ${Math.max(0, padSide - 0.25)}px 0 ${padSide}px`,
    fontFamily: fontStacks[family],
    fontSize: size,
    fontWeight: weight === 'bold' ? 700 : 400,
    lineHeight: `${lineHeight}px`,
    textAlign: align,
  };
}
