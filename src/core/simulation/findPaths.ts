import type { Flow } from '#core/model/procedure.ts';
import type { FlowGraph, GraphNode } from './flowGraph.ts';

export interface PathBounds {
  /** How often a path may take the same arrow back to where it has been. */
  readonly loops: number;
  readonly mostPaths: number;
  /** Arrows walked before the search is given up. */
  readonly mostMoves: number;
}

export const defaultPathBounds: PathBounds = { loops: 1, mostPaths: 200, mostMoves: 50_000 };

/** One way through the procedure, from a start to an end. */
export interface Path {
  readonly nodes: readonly GraphNode[];
  /** The arrows between them. */
  readonly flows: readonly Flow[];
}

export interface FoundPaths {
  readonly paths: readonly Path[];
  /** False when there are more than the bounds allow. */
  readonly isComplete: boolean;
}

/** All ways from a start to an end, those without loops first. */
export function findPaths(graph: FlowGraph, bounds: PathBounds = defaultPathBounds): FoundPaths {
  const search = new PathSearch(graph, bounds);
  for (let loops = 0; loops <= bounds.loops; loops += 1)
    for (const start of graph.starts) search.walk(start, loops);
  return { paths: search.paths, isComplete: search.isComplete };
}

interface Frame {
  readonly node: GraphNode;
  /** The arrow that led here; absent at the start. */
  readonly flow?: Flow;
  next: number;
}

class PathSearch {
  readonly paths: Path[] = [];
  isComplete = true;
  readonly #graph: FlowGraph;
  readonly #bounds: PathBounds;
  readonly #ends: ReadonlySet<GraphNode>;
  readonly #seen = new Set<string>();
  #moves = 0;

  constructor(graph: FlowGraph, bounds: PathBounds) {
    this.#graph = graph;
    this.#bounds = bounds;
    this.#ends = new Set(graph.ends);
  }

  /** Depth first, by hand: a procedure of 2,000 steps would not fit on the stack. */
  walk(start: GraphNode, loops: number): void {
    const frames: Frame[] = [{ node: start, next: 0 }];
    const visits = new Map([[start.step.id, 1]]);
    const returns = new Map<string, number>();
    for (let top = frames.at(-1); top && this.#mayGoOn(); top = frames.at(-1)) {
      const flow = top.node.exits[top.next];
      top.next += 1;
      if (!flow) {
        if (top.next === 1 && this.#ends.has(top.node)) this.#add(frames);
        leave(top, visits, returns);
        frames.pop();
        continue;
      }
      const node = this.#graph.nodes.get(flow.to);
      if (!node) continue;
      this.#moves += 1;
      const isReturn = node.step !== top.node.step && (visits.get(node.step.id) ?? 0) > 0;
      if (isReturn && (returns.get(flow.id) ?? 0) >= loops && isBack(top.node, node)) continue;
      if ((visits.get(node.step.id) ?? 0) > loops + 1) continue;
      if (isReturn) returns.set(flow.id, (returns.get(flow.id) ?? 0) + 1);
      visits.set(node.step.id, (visits.get(node.step.id) ?? 0) + 1);
      frames.push({ node, flow, next: 0 });
    }
  }

  #mayGoOn(): boolean {
    const mayGoOn =
      this.#moves < this.#bounds.mostMoves && this.paths.length < this.#bounds.mostPaths;
    if (!mayGoOn) this.isComplete = false;
    return mayGoOn;
  }

  #add(frames: readonly Frame[]): void {
    const flows = frames.flatMap(({ flow }) => flow ?? []);
    const key = JSON.stringify([frames[0]?.node.symbol.id, ...flows.map(({ id }) => id)]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.paths.push({ nodes: frames.map(({ node }) => node), flows });
  }
}

function isBack(from: GraphNode, to: GraphNode): boolean {
  return to.row <= from.row;
}

function leave(frame: Frame, visits: Map<string, number>, returns: Map<string, number>): void {
  const { step } = frame.node;
  visits.set(step.id, (visits.get(step.id) ?? 1) - 1);
  const flow = frame.flow?.id;
  if (flow !== undefined && (returns.get(flow) ?? 0) > 0)
    returns.set(flow, (returns.get(flow) ?? 1) - 1);
}
