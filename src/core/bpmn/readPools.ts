import type { ModdleElement } from 'bpmn-moddle';
import type { Box } from '#core/layout/geometry.ts';
import type { ModelActor } from './bpmnModel.ts';
import { readElement, readElements, readExtension, readId, readName } from './readElement.ts';
import type { Shapes } from './readShapes.ts';

/** A participant with its process, a participant nobody looks into, or a process without a pool. */
export interface Pool {
  readonly participant?: ModdleElement;
  readonly process?: ModdleElement;
  /** Its lanes, or the pool itself where it has none. */
  readonly actors: readonly ModelActor[];
  /** The actor key of a node, as the lanes say. */
  readonly laneOf: ReadonlyMap<ModdleElement, string>;
}

/** The pools of a file, top to bottom, each with its actors. */
export function readPools(definitions: ModdleElement, shapes: Shapes): readonly Pool[] {
  const roots = readElements(definitions, 'rootElements');
  const participants = roots
    .filter((root) => root.$instanceOf('bpmn:Collaboration'))
    .flatMap((collaboration) => readElements(collaboration, 'participants'));
  const processes = roots.filter((root) => root.$instanceOf('bpmn:Process'));
  const taken = new Set(participants.map((participant) => readElement(participant, 'processRef')));
  const sorted = sortByPlace(participants, shapes);
  const free = processes.filter((process) => !taken.has(process));
  const hasMany = sorted.length + free.length > 1;
  return [
    ...sorted.map((participant) => {
      const process = readElement(participant, 'processRef');
      return toPool({ participant, ...(process && { process }) }, shapes, hasMany);
    }),
    ...free.map((process) => toPool({ process }, shapes, hasMany)),
  ];
}

function toPool(
  owner: { readonly participant?: ModdleElement; readonly process?: ModdleElement },
  shapes: Shapes,
  hasMany: boolean,
): Pool {
  const { participant, process } = owner;
  const name = toPoolName(owner);
  const laneSets = process ? readElements(process, 'laneSets') : [];
  const group = hasMany ? name : '';
  const lanes = laneSets
    .flatMap((set) => readLanes(set, shapes, group))
    .map((lane) => toNamed(lane, name));
  const laneOf = new Map<ModdleElement, string>();
  for (const { element, key } of lanes)
    for (const node of readElements(element, 'flowNodeRef')) laneOf.set(node, key);
  const element = participant ?? process;
  const self = element && !isEmptyOwn(process) ? [{ key: readId(element), name, element }] : [];
  return { ...owner, actors: lanes.length > 0 ? lanes : self, laneOf };
}

function toPoolName({ participant, process }: Pick<Pool, 'participant' | 'process'>): string {
  return (participant ? readName(participant) : '') || (process ? readName(process) : '');
}

/** An unnamed lane of a named pool is that pool. */
function toNamed(lane: ModelActor, pool: string): ModelActor {
  if (lane.name !== '' || readExtension(lane.element, 'alur:Actor')) return lane;
  const { group, ...rest } = lane;
  return group !== undefined && group !== pool ? lane : { ...rest, name: pool };
}

/** Alur writes no lanes where there are no actors, so the pool is none either. */
function isEmptyOwn(process: ModdleElement | undefined): boolean {
  if (!process || !readExtension(process, 'alur:Identity')) return false;
  return readElements(process, 'flowElements').length === 0;
}

const MOST_LANE_DEPTH = 20;

/** The innermost lanes; what stands around them becomes their group. */
function readLanes(
  laneSet: ModdleElement,
  shapes: Shapes,
  group: string,
  depth = 0,
): readonly ModelActor[] {
  return sortByPlace(readElements(laneSet, 'lanes'), shapes).flatMap((element) => {
    const inner = readElement(element, 'childLaneSet');
    const name = readName(element);
    const hasInner = inner && readElements(inner, 'lanes').length > 0 && depth < MOST_LANE_DEPTH;
    if (hasInner) return readLanes(inner, shapes, name || group, depth + 1);
    return [{ key: readId(element), name, element, ...(group !== '' && { group }) }];
  });
}

/** Top to bottom, or left to right where lanes stand upright; in the order of the file without a picture. */
function sortByPlace(
  elements: readonly ModdleElement[],
  { boxes, isVertical }: Shapes,
): readonly ModdleElement[] {
  const placed = elements.map((element) => ({ element, box: boxes.get(readId(element)) }));
  if (placed.some(({ box }) => box === undefined)) return elements;
  const place = (box: Box | undefined) => (box ? (isVertical ? box.x : box.y) : 0);
  return placed.sort((a, b) => place(a.box) - place(b.box)).map(({ element }) => element);
}
