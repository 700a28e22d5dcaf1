import type { Side } from '#core/model/procedure.ts';

/** Sides of a symbol and directions of travel share one code: leaving through the top is going up. */
export const UP = 0;
export const RIGHT = 1;
export const DOWN = 2;
export const LEFT = 3;

export const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

export function opposite(direction: number): number {
  return (direction + 2) & 3;
}

export function isHorizontal(direction: number): boolean {
  return (direction & 1) === 1;
}
