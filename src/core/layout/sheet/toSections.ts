import type { Point } from '#core/layout/geometry.ts';
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
  const contents = starts.map((start, index): Content => {
    const end = cuts[index] ?? request.rows.length;
    return { start, end, nodes: [], flows: [], joints: [], gates: [] };
  });
  const sectionOf = toSectionOfRow(contents);
  const rowOf = new Map(request.nodes.map(({ id, row }) => [id, row]));
  for (const node of request.nodes) sectionOf(node.row)?.nodes.push(node);
  for (const flow of request.flows) {
    const section = sectionOf(rowOf.get(flow.from) ?? -1);
    if (section && section === sectionOf(rowOf.get(flow.to) ?? -1)) section.flows.push(flow);
  }
  for (const points of request.joints) findJointSection(request, contents, points)?.push(points);
  for (const gate of gates) {
    sectionOf(gate.cut - 1)?.gates.push(gate);
    sectionOf(gate.cut)?.gates.push(gate);
  }
  return contents.map((content) => toSection(request, content));
}

/** What belongs to some rows of the sheet. */
interface Content {
  readonly start: number;
  readonly end: number;
  readonly nodes: RouteNode[];
  readonly flows: RouteFlow[];
  readonly joints: (readonly Point[])[];
  readonly gates: Gate[];
}

function toSectionOfRow(contents: readonly Content[]): (row: number) => Content | undefined {
  const byRow: Content[] = [];
  for (const content of contents)
    for (let row = content.start; row < content.end; row += 1) byRow[row] = content;
  return (row) => byRow[row];
}

function findJointSection(
  { rows }: RouteRequest,
  contents: readonly Content[],
  [first]: readonly Point[],
): (readonly Point[])[] | undefined {
  const y = first?.[1] ?? 0;
  return contents.findLast(({ start }) => (rows[start]?.y ?? 0) <= y)?.joints;
}

/** The id of the part of a group's line that leads from a gate of a section to the next, or the target. */
export function toPartId({ target, isUp }: FlowGroup): string {
  return `\u0001${isUp ? 'up' : 'down'} ${target.id}`;
}

function toSection(request: RouteRequest, content: Content): Section {
  const { start, end, gates } = content;
  const rows = request.rows.slice(start, end);
  const top = start === 0 ? request.area.y : (rows[0]?.y ?? 0);
  const last = rows.at(-1);
  const whole = request.area.y + request.area.height;
  const bottom = end === request.rows.length || !last ? whole : last.y + last.height;
  const height = bottom - top;
  const shift = <T extends { readonly y: number }>(box: T): T => ({ ...box, y: box.y - top });
  const inside = content.nodes.map((node) => ({ ...shift(node), row: node.row - start }));
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
  return {
    top,
    request: {
      ...request,
      area: { ...request.area, y: 0, height },
      rows: rows.map(shift),
      nodes: [...inside, ...gates.map(toNode)],
      joints: content.joints.map((points) => points.map(([x, y]) => [x, y - top] as const)),
      flows: [...content.flows, ...toParts(content)],
    },
  };
}

/** From its sources to the gate, from gate to gate, from the gate to the target. */
function toParts({ start, nodes, gates }: Content): readonly RouteFlow[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const isTop = ({ cut }: Gate) => cut === start;
  return gates.flatMap((gate) => {
    const { group } = gate;
    const own = toGateId(group, isTop(gate));
    const leaves = isTop(gate) === group.isUp;
    if (leaves)
      return group.flows
        .filter(({ source }) => ids.has(source.id))
        .map(({ flow }) => toExit(flow, own, group));
    const next = gates.find((other) => other.group === group && other !== gate);
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
