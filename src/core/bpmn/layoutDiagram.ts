import type { Box, Point } from '#core/layout/geometry.ts';
import type { Route, RouteFlow } from '#core/layout/router/routeRequest.ts';
import { routeSheet } from '#core/layout/sheet/routeSheet.ts';
import type { Actor, Procedure } from '#core/model/procedure.ts';
import {
  NAME_BAND,
  type NodeSize,
  type Size,
  toLabelSize,
  toNameRoom,
  toNodeSize,
} from './diagramSizes.ts';
import { toPoolName } from './elementNames.ts';
import { placeNodeLabels } from './nodeLabels.ts';
import type { DiagramPlan, PlannedFlow, PlannedNode } from './planDiagram.ts';

/** Actors that stand together: a lane set within the group's lane, or one lane alone. */
export interface LaneGroup {
  /** Absent for a lane of its own. */
  readonly name?: string;
  readonly actors: readonly Actor[];
}

/** The picture of a plan: everything that BPMN's diagram interchange wants to know, in px. */
export interface DiagramLayout {
  readonly pool: Box;
  /** By the index of the group; absent for lanes of their own. */
  readonly groups: ReadonlyMap<number, Box>;
  readonly lanes: ReadonlyMap<string, Box>;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly nodeLabels: ReadonlyMap<string, Box>;
  readonly flows: ReadonlyMap<string, Pick<Route, 'points' | 'label'>>;
}

const LEFT = 160;
const TOP = 80;
/** Free beside and above a node for arrows. */
const COLUMN_SPACE = 26;
const LANE_SPACE = 24;
const LEAST_COLUMN = 100;
const LEAST_LANE = 116;
const LEAST_POOL_WIDTH = 600;
const CLEARANCE = 10;
/** How far a name in a corner beside its shape stands from the shape's middle. */
const CORNER = 12;
const MOST_FLOW_LABEL = 110;

/** Horizontal lanes, left to right, one column a step; arrows by the router of the table. */
export function layoutDiagram(
  procedure: Procedure,
  plan: DiagramPlan,
  groups: readonly LaneGroup[],
): DiagramLayout {
  const sizes = new Map(plan.nodes.map((node) => [node.id, toNodeSize(node)]));
  const columns = toColumns(plan, sizes);
  const hasGroups = groups.some(({ name }) => name !== undefined);
  const lanesLeft = LEFT + NAME_BAND;
  const contentLeft = lanesLeft + (hasGroups ? 2 : 1) * NAME_BAND;
  const spans = toSpans(columns, contentLeft);
  const contentWidth = columns.reduce((sum, width) => sum + width, 0);
  const right = Math.max(contentLeft + contentWidth, LEFT + LEAST_POOL_WIDTH);
  const laneSpans = toSpans(toLaneHeights(procedure, plan, groups, sizes), TOP);
  const bottom = Math.max(TOP + toNameRoom(toPoolName(procedure)), laneSpans.at(-1)?.end ?? 0);
  const frame = { lanesLeft, contentLeft, right, bottom };
  const lanes = toLaneBoxes(groups, laneSpans, frame);
  const nodes = placeNodes(plan.nodes, { sizes, spans, lanes });
  const flows = routeDiagram(procedure, plan, { nodes, spans, lanes, frame });
  return {
    pool: { x: LEFT, y: TOP, width: right - LEFT, height: bottom - TOP },
    groups: toGroupBoxes(groups, lanes, frame),
    lanes,
    nodes,
    nodeLabels: placeNodeLabels({ nodes, sizes, flows: [...flows.values()], lanes, plan }),
    flows,
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Frame {
  readonly lanesLeft: number;
  readonly contentLeft: number;
  readonly right: number;
  readonly bottom: number;
}

function toSpans(lengths: readonly number[], from: number): readonly Span[] {
  let end = from;
  return lengths.map((length) => {
    const start = end;
    end += length;
    return { start, end };
  });
}

function toColumns(plan: DiagramPlan, sizes: ReadonlyMap<string, NodeSize>): readonly number[] {
  const widths = new Array<number>(plan.columnCount).fill(LEAST_COLUMN);
  for (const node of plan.nodes) {
    const { width, label } = sizes.get(node.id) ?? { width: 0 };
    const beside = label ? 2 * (label.width + CORNER) + 8 : 0;
    const need = Math.max(width + 2 * COLUMN_SPACE, beside);
    widths[node.column] = Math.max(widths[node.column] ?? 0, need);
  }
  return widths;
}

function toLaneHeights(
  procedure: Procedure,
  plan: DiagramPlan,
  groups: readonly LaneGroup[],
  sizes: ReadonlyMap<string, NodeSize>,
): readonly number[] {
  const heights = new Map(
    procedure.actors.map(({ id, name }) => [id, Math.max(LEAST_LANE, toNameRoom(name))]),
  );
  for (const node of plan.nodes) {
    const { height, label } = sizes.get(node.id) ?? { height: 0 };
    const beside = label ? 2 * (label.height + height / 2) + 12 : 0;
    const need = Math.max(height + 2 * LANE_SPACE, beside);
    heights.set(node.actor, Math.max(heights.get(node.actor) ?? 0, need));
  }
  return groups.flatMap(({ name, actors }) => {
    const own = actors.map(({ id }) => heights.get(id) ?? LEAST_LANE);
    const missing = toNameRoom(name ?? '') - own.reduce((sum, height) => sum + height, 0);
    return own.map((height) => height + Math.max(0, Math.ceil(missing / own.length)));
  });
}

function toLaneBoxes(
  groups: readonly LaneGroup[],
  spans: readonly Span[],
  frame: Frame,
): ReadonlyMap<string, Box> {
  const lanes = new Map<string, Box>();
  const ordered = groups.flatMap(({ name, actors }) =>
    actors.map((actor) => ({ actor, isNested: name !== undefined })),
  );
  for (const [index, { actor, isNested }] of ordered.entries()) {
    const { start, end } = spans[index] ?? { start: TOP, end: TOP };
    const x = frame.lanesLeft + (isNested ? NAME_BAND : 0);
    // The last lane reaches the bottom of a pool that its own name made higher.
    const bottom = index === ordered.length - 1 ? Math.max(end, frame.bottom) : end;
    lanes.set(actor.id, { x, y: start, width: frame.right - x, height: bottom - start });
  }
  return lanes;
}

function toGroupBoxes(
  groups: readonly LaneGroup[],
  lanes: ReadonlyMap<string, Box>,
  { lanesLeft, right }: Frame,
): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  for (const [index, { name, actors }] of groups.entries()) {
    const own = actors.flatMap(({ id }) => lanes.get(id) ?? []);
    const y = own[0]?.y ?? TOP;
    const height = own.reduce((sum, lane) => sum + lane.height, 0);
    if (name !== undefined) boxes.set(index, { x: lanesLeft, y, width: right - lanesLeft, height });
  }
  return boxes;
}

interface NodePlaces {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly spans: readonly Span[];
  readonly lanes: ReadonlyMap<string, Box>;
}

function placeNodes(
  nodes: readonly PlannedNode[],
  { sizes, spans, lanes }: NodePlaces,
): ReadonlyMap<string, Box> {
  return new Map(
    nodes.map(({ id, actor, column }) => {
      const { width, height } = sizes.get(id) ?? { width: 0, height: 0 };
      const span = spans[column] ?? { start: 0, end: 0 };
      const lane = lanes.get(actor) ?? { x: 0, y: TOP, width: 0, height: 0 };
      const x = (span.start + span.end - width) / 2;
      return [id, { x, y: lane.y + (lane.height - height) / 2, width, height }];
    }),
  );
}

interface DiagramPlaces {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly spans: readonly Span[];
  readonly lanes: ReadonlyMap<string, Box>;
  readonly frame: Frame;
}

/** The router draws downwards through columns of actors; a BPMN diagram is that, mirrored at its diagonal. */
function routeDiagram(
  { actors }: Procedure,
  plan: DiagramPlan,
  { nodes, spans, lanes, frame }: DiagramPlaces,
): DiagramLayout['flows'] {
  const laneIndex = new Map(actors.map(({ id }, index) => [id, index]));
  const content = {
    x: frame.contentLeft,
    y: TOP,
    width: frame.right - frame.contentLeft,
    height: frame.bottom - TOP,
  };
  const routes = routeSheet({
    area: mirror(content),
    columns: actors.map(({ id }) => {
      const { y, height } = lanes.get(id) ?? { y: 0, height: 0 };
      return { actor: id, x: y, width: height };
    }),
    rows: spans.map(({ start, end }, index) => ({
      step: String(index),
      y: start,
      height: end - start,
    })),
    nodes: plan.nodes.map((node) => ({
      ...mirror(nodes.get(node.id) ?? content),
      id: node.id,
      kind: toRouteKind(node),
      column: laneIndex.get(node.actor) ?? 0,
      row: node.column,
    })),
    joints: [],
    flows: toRouteFlows(plan),
    clearance: CLEARANCE,
  });
  const planned = new Map(plan.flows.map((flow) => [flow.id, flow]));
  return new Map(
    routes.map(({ flow, points, label }) => {
      const ends = planned.get(flow);
      const way = points.length > 1 ? points.map(mirrorPoint) : toPlainWay(ends, nodes);
      return [flow, { points: way, ...(label && { label: mirror(label) }) }];
    }),
  );
}

/** For an arrow that found no way: out at the right, in at the left, whatever lies between. */
function toPlainWay(
  ends: PlannedFlow | undefined,
  nodes: ReadonlyMap<string, Box>,
): readonly Point[] {
  const from = nodes.get(ends?.from ?? '');
  const to = nodes.get(ends?.to ?? '');
  if (!from || !to) return [];
  const startY = from.y + from.height / 2;
  const endY = to.y + to.height / 2;
  const turn = to.x - COLUMN_SPACE / 2;
  return [
    [from.x + from.width, startY],
    [turn, startY],
    [turn, endY],
    [to.x, endY],
  ];
}

/** Each arrow has an end of its own: two arrows on one line can't be told apart in BPMN. */
function toRouteFlows({ flows }: DiagramPlan): readonly RouteFlow[] {
  return flows.map(({ id, from, to, flow }) => ({
    id,
    from,
    to,
    mergeKey: id,
    ...(flow?.label && { label: toMirroredLabel(flow.label) }),
  }));
}

function toMirroredLabel(text: string) {
  const { width, height } = toLabelSize(text, MOST_FLOW_LABEL);
  return { text, width: height, height: width };
}

function toRouteKind({ type }: PlannedNode): 'terminator' | 'process' | 'decision' {
  if (type === 'exclusiveGateway') return 'decision';
  return type === 'startEvent' || type === 'endEvent' ? 'terminator' : 'process';
}

function mirror({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

function mirrorPoint([x, y]: Point): Point {
  return [y, x];
}
