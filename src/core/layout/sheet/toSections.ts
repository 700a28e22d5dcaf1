import type { RouteFlow, RouteNode, RouteRequest } from '#core/layout/router/routeRequest.ts';
import type { FlowGroup } from './crossingFlows.ts';
import type { Gate } from './placeGates.ts';

/** Some rows of a sheet, as a sheet of their own that begins at y = 0. */
export interface Section {
  readonly top: number;
  readonly request: RouteRequest;
}

/** Cuts a sheet above these rows. What crosses a cut goes through the group's gate in it. */
export function toSections(
  request: RouteRequest,
  cuts: readonly number[],
  gates: readonly Gate[],
): readonly Section[] {
  const starts = [0, ...cuts];
  return starts.map((start, index) => {
    const end = cuts[index] ?? request.rows.length;
    return toSection(request, { start, end }, gates);
  });
}

/** The id of the part of a group's line that leads from a gate of a section to the next, or the target. */
export function toPartId({ target, isUp }: FlowGroup): string {
  return `\u0001${isUp ? 'up' : 'down'} ${target.id}`;
}

interface Rows {
  readonly start: number;
  readonly end: number;
}

function toSection(request: RouteRequest, { start, end }: Rows, gates: readonly Gate[]): Section {
  const rows = request.rows.slice(start, end);
  const top = start === 0 ? request.area.y : (rows[0]?.y ?? 0);
  const last = rows.at(-1);
  const whole = request.area.y + request.area.height;
  const bottom = end === request.rows.length || !last ? whole : last.y + last.height;
  const height = bottom - top;
  const shift = <T extends { readonly y: number }>(box: T): T => ({ ...box, y: box.y - top });
  const inside = request.nodes
    .filter(({ row }) => row >= start && row < end)
    .map((node) => ({ ...shift(node), row: node.row - start }));
  const toNode = ({ group, x, cut }: Gate): RouteNode => ({
    id: toGateId(group, cut === start),
    kind: 'gate',
    column: request.columns.findLastIndex((column) => column.x <= x),
    row: cut === start ? 0 : rows.length - 1,
    x,
    y: cut === start ? 0 : height,
    width: 0,
    height: 0,
  });
  const here = gates.filter(({ cut }) => (cut === start && cut > 0) || cut === end);
  const nodes = [...inside, ...here.map(toNode)];
  return {
    top,
    request: {
      ...request,
      area: { ...request.area, y: 0, height },
      rows: rows.map(shift),
      nodes,
      joints: request.joints
        .filter(([first]) => first && first[1] >= top && first[1] < bottom)
        .map((points) => points.map(([x, y]) => [x, y - top] as const)),
      flows: [...toInnerFlows(request, inside), ...toParts(here, inside, { start, end })],
    },
  };
}

function toInnerFlows({ flows }: RouteRequest, inside: readonly RouteNode[]): readonly RouteFlow[] {
  const ids = new Set(inside.map(({ id }) => id));
  return flows.filter(({ from, to }) => ids.has(from) && ids.has(to));
}

/** From its sources to the gate, from gate to gate, from the gate to the target. */
function toParts(
  here: readonly Gate[],
  inside: readonly RouteNode[],
  { start }: Rows,
): readonly RouteFlow[] {
  const ids = new Set(inside.map(({ id }) => id));
  const isTop = ({ cut }: Gate) => cut === start;
  return here.flatMap((gate) => {
    const { group } = gate;
    const own = toGateId(group, isTop(gate));
    const leaves = isTop(gate) === group.isUp;
    if (leaves)
      return group.flows
        .filter(({ source }) => ids.has(source.id))
        .map(({ flow }) => toExit(flow, own, group));
    const next = here.find((other) => other.group === group && other !== gate);
    return [toContinuation(group, own, next ? toGateId(group, isTop(next)) : group.target.id)];
  });
}

// Of a person's wish for the whole arrow, a part keeps what concerns its own symbol.

function toExit({ hint, ...flow }: RouteFlow, gate: string, { target }: FlowGroup): RouteFlow {
  return {
    ...flow,
    to: gate,
    mergeKey: target.id,
    ...(hint?.exit && { hint: { exit: hint.exit } }),
  };
}

function toContinuation(group: FlowGroup, from: string, to: string): RouteFlow {
  const entry = group.flows.find(({ flow }) => flow.hint?.entry)?.flow.hint?.entry;
  return {
    id: toPartId(group),
    from,
    to,
    mergeKey: group.target.id,
    ...(entry && to === group.target.id && { hint: { entry } }),
  };
}

function toGateId({ target, isUp }: FlowGroup, isTop: boolean): string {
  return `\u0001${isTop ? 'top' : 'bottom'} ${isUp ? 'up' : 'down'} ${target.id}`;
}
