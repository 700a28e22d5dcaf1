import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';

/** A symbol with all that leads to it and away from it. */
export interface GraphNode {
  readonly symbol: StepSymbol;
  readonly step: Step;
  /** From 0. */
  readonly row: number;
  readonly entries: readonly Flow[];
  /** Its own exits, or those of all the boxes that are done together with it. */
  readonly exits: readonly Flow[];
}

/** The procedure as a graph of symbols, in row order. */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly starts: readonly GraphNode[];
  readonly ends: readonly GraphNode[];
}

/**
 * Builds the graph. A start is a capsule that nothing enters, or, where there is none, the first
 * capsule, which only loops enter; an end is a capsule that nothing leaves.
 */
export function toFlowGraph({ steps, flows }: Procedure): FlowGraph {
  const entries = groupBy(flows, (flow) => flow.to);
  const exits = groupBy(flows, (flow) => flow.from);
  const nodes = new Map<string, GraphNode>();
  for (const [row, step] of steps.entries())
    for (const symbol of step.symbols) {
      const group = step.joint ? step.symbols : [symbol];
      nodes.set(symbol.id, {
        symbol,
        step,
        row,
        entries: group.flatMap(({ id }) => entries.get(id) ?? []),
        exits: group.flatMap(({ id }) => exits.get(id) ?? []),
      });
    }
  const capsules = [...nodes.values()].filter(({ symbol }) => symbol.kind === 'terminator');
  const open = capsules.filter((node) => node.entries.length === 0);
  const looped = capsules.filter((node) => node.exits.length > 0).slice(0, 1);
  const starts = open.length > 0 ? open : looped;
  const ends = capsules.filter((node) => node.exits.length === 0 && node.entries.length > 0);
  return { nodes, starts, ends };
}

/** All symbols that a walk along the arrows from some symbols reaches, or against them. */
export function reachFrom(
  { nodes }: FlowGraph,
  from: readonly GraphNode[],
  direction: 'forwards' | 'backwards',
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const together = node.step.joint ? node.step.symbols : [node.symbol];
    if (together.every(({ id }) => reached.has(id))) continue;
    for (const { id } of together) reached.add(id);
    const next =
      direction === 'forwards'
        ? node.exits.map((flow) => flow.to)
        : node.entries.map((flow) => flow.from);
    for (const id of next) {
      const neighbour = nodes.get(id);
      if (neighbour && !reached.has(id)) waiting.push(neighbour);
    }
  }
  return reached;
}

function groupBy(
  flows: readonly Flow[],
  key: (flow: Flow) => string,
): ReadonlyMap<string, readonly Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const group = groups.get(key(flow));
    if (group) group.push(flow);
    else groups.set(key(flow), [flow]);
  }
  return groups;
}
