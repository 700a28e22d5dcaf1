import type { Box, Point } from '#core/layout/geometry.ts';
import type { NodeSize, Size } from './diagramSizes.ts';
import type { DiagramPlan } from './planDiagram.ts';

export interface LabelTask {
  readonly plan: DiagramPlan;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly sizes: ReadonlyMap<string, NodeSize>;
  readonly lanes: ReadonlyMap<string, Box>;
  readonly flows: readonly { readonly points: readonly Point[]; readonly label?: Box }[];
}

const GAP = 5;
/** Free between a name and a line. */
const SPACE = 3;
/** How far a corner place is moved from the middle lines of its shape. */
const CORNER_X = 10;
const CORNER_Y = 20;

/** Puts the names of events and gateways where no arrow runs: below, above or in a corner beside them. */
export function placeNodeLabels(task: LabelTask): ReadonlyMap<string, Box> {
  const lines = task.flows.flatMap(toObstacles);
  const labels = new Map<string, Box>();
  for (const node of task.plan.nodes) {
    const size = task.sizes.get(node.id)?.label;
    const shape = task.nodes.get(node.id);
    const lane = task.lanes.get(node.actor);
    if (!size || !shape || !lane) continue;
    // A place in a corner lies within the square around its own shape.
    const others = [...task.nodes].filter(([id]) => id !== node.id).map(([, box]) => box);
    const taken = [...others, ...lines, ...labels.values()];
    labels.set(node.id, findFreest(toPlaces(shape, size), taken, lane));
  }
  return labels;
}

function toObstacles(flow: LabelTask['flows'][number]): readonly Box[] {
  const lines = flow.points.slice(1).map((end, index) => toBox(flow.points[index] ?? end, end));
  return flow.label ? [...lines, flow.label] : lines;
}

function toBox([x1, y1]: Point, [x2, y2]: Point): Box {
  return {
    x: Math.min(x1, x2) - SPACE,
    y: Math.min(y1, y2) - SPACE,
    width: Math.abs(x2 - x1) + 2 * SPACE,
    height: Math.abs(y2 - y1) + 2 * SPACE,
  };
}

function toPlaces(shape: Box, { width, height }: Size): readonly Box[] {
  const middleX = shape.x + shape.width / 2;
  const middleY = shape.y + shape.height / 2;
  const size = { width, height };
  const left = middleX - CORNER_X - width;
  const right = middleX + CORNER_X;
  const above = middleY - CORNER_Y - height;
  const below = middleY + CORNER_Y;
  return [
    { x: middleX - width / 2, y: shape.y + shape.height + GAP, ...size },
    { x: middleX - width / 2, y: shape.y - GAP - height, ...size },
    { x: left, y: below, ...size },
    { x: left, y: above, ...size },
    { x: right, y: below, ...size },
    { x: right, y: above, ...size },
  ];
}

function findFreest(places: readonly Box[], taken: readonly Box[], lane: Box): Box {
  let best: Box | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const outside = place.y < lane.y || place.y + place.height > lane.y + lane.height ? 1 : 0;
    const hits = outside + taken.reduce((sum, box) => sum + (touches(place, box) ? 1 : 0), 0);
    if (hits >= fewest) continue;
    best = place;
    fewest = hits;
  }
  return best ?? lane;
}

function touches(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
