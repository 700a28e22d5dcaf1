import type { Point } from '#core/layout/geometry.ts';

/**
 * An orthogonal polyline as DrawingML draws connectors: a preset inside a box that is mirrored first
 * and then turned round its centre. ECMA-376 part 1, 20.1.10.56 (presetShapeDefinitions).
 */
export interface ConnectorGeometry {
  readonly preset: 'straightConnector1' | `bentConnector${2 | 3 | 4 | 5}`;
  /** The box before it is turned, in pt. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: 0 | 90;
  readonly flipH: boolean;
  readonly flipV: boolean;
  /** adj1, adj2 … in 1/100,000 of the box's width or height. */
  readonly adjusts: readonly number[];
}

/** Sides of no length cannot be divided, so they count as this, in pt: far thinner than the line. */
const hairPt = 0.1;

const presets = [
  'straightConnector1',
  'bentConnector2',
  'bentConnector3',
  'bentConnector4',
  'bentConnector5',
] as const;

/**
 * The preset that draws the polyline's bends exactly; undefined where it has more than four, or fewer
 * than two points. Consecutive points differ in x or in y, by turns.
 */
export function toConnectorGeometry(points: readonly Point[]): ConnectorGeometry | undefined {
  const [start, second] = points;
  const end = points.at(-1);
  const preset = presets[points.length - 2];
  if (!start || !second || !end || !preset) return undefined;
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const isTurned = preset !== 'straightConnector1' && second[0] === start[0];
  // Turned clockwise, the box's own x runs down the page and its y runs to the left.
  const [along, across] = isTurned ? [dy, -dx] : [dx, dy];
  const [signAlong, signAcross] = [along < 0 ? -1 : 1, across < 0 ? -1 : 1];
  const isStraight = preset === 'straightConnector1';
  const width = isStraight ? Math.abs(along) : Math.max(Math.abs(along), hairPt);
  const height = isStraight ? Math.abs(across) : Math.max(Math.abs(across), hairPt);

  const inner = points.slice(1, -1).map(([x, y]): Point => {
    const [right, down] = [x - start[0], y - start[1]];
    const [ownX, ownY] = isTurned ? [down, -right] : [right, down];
    return [ownX * signAlong, ownY * signAcross];
  });
  return {
    preset,
    x: start[0] + dx / 2 - width / 2,
    y: start[1] + dy / 2 - height / 2,
    width,
    height,
    rotation: isTurned ? 90 : 0,
    flipH: signAlong < 0,
    flipV: signAcross < 0,
    adjusts: toAdjusts(inner, width, height),
  };
}

/** Bends alternate between a place along the width and one along the height. */
function toAdjusts(inner: readonly Point[], width: number, height: number): readonly number[] {
  if (inner.length < 2) return [];
  return inner
    .slice(0, -1)
    .map(([x, y], index) =>
      Math.round(index % 2 === 0 ? (x / width) * 100_000 : (y / height) * 100_000),
    );
}
