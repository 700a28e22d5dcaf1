import type { SceneText } from '#core/export/scene.ts';

/** Height of capital letters, in em. */
export const CAPITALS = 0.7;

/** From the middle of turned capitals up to their highest corner, in pt. */
export function toHalfHeight({ width, size, rotate = 0 }: SceneText): number {
  const angle = (Math.abs(rotate) * Math.PI) / 180;
  return (width * Math.sin(angle) + size * CAPITALS * Math.cos(angle)) / 2;
}
