import type { Procedure } from '#core/model/procedure.ts';
import {
  type FlowGraph,
  type GraphNode,
  reachFrom,
  toFlowGraph,
} from '#core/simulation/flowGraph.ts';
import type { Finding } from './finding.ts';

/** F1 to F3 and F5: whether the arrows lead from the start to an end, and how symbols are left. */
export function checkFlow(procedure: Procedure): readonly Finding[] {
  const graph = toFlowGraph(procedure);
  const nodes = [...graph.nodes.values()];
  if (nodes.length === 0) return [];
  return [
    ...checkStarts(graph),
    ...checkEnds(graph),
    ...checkReach(graph),
    ...nodes.flatMap(checkDecision),
    ...nodes.flatMap((node) => checkExits(node, graph)),
    ...nodes.flatMap((node) => checkBackArrows(node, graph)),
  ];
}

const whole = { kind: 'procedure' } as const;

function checkStarts({ starts }: FlowGraph): readonly Finding[] {
  const count = starts.length;
  if (count === 1) return [];
  return count === 0
    ? [{ rule: 'F1', level: 'error', place: whole, message: 'no-start' }]
    : [
        {
          rule: 'F1',
          level: 'warning',
          place: whole,
          message: 'several-starts',
          parameters: { count },
        },
      ];
}

function checkEnds({ ends }: FlowGraph): readonly Finding[] {
  const count = ends.length;
  if (count === 1) return [];
  return count === 0
    ? [{ rule: 'F1', level: 'error', place: whole, message: 'no-end' }]
    : [
        {
          rule: 'F1',
          level: 'warning',
          place: whole,
          message: 'several-ends',
          parameters: { count },
        },
      ];
}

function checkReach(graph: FlowGraph): readonly Finding[] {
  const reached = reachFrom(graph, graph.starts, 'forwards');
  const ending = reachFrom(graph, graph.ends, 'backwards');
  return [...graph.nodes.values()].flatMap((node) => [
    ...(graph.starts.length > 0 && !reached.has(node.symbol.id)
      ? [toSymbolError(node, 'F1', 'unreachable')]
      : []),
    ...(graph.ends.length > 0 && !ending.has(node.symbol.id)
      ? [toSymbolError(node, 'F1', 'dead-end')]
      : []),
  ]);
}

function checkDecision(node: GraphNode): readonly Finding[] {
  if (node.symbol.kind !== 'decision') return [];
  const { exits } = node;
  const count = exits.length;
  const labels = exits.map((flow) => flow.label?.trim() ?? '').filter((label) => label !== '');
  const same = findRepeated(labels.map((label) => label.toLowerCase()));
  const label = labels.find((text) => text.toLowerCase() === same);
  const findings: Finding[] = [];
  if (count < 2) findings.push(toSymbolError(node, 'F2', 'decision-exits-few', { count }));
  if (count > 2)
    findings.push({
      ...toSymbolError(node, 'F2', 'decision-exits-many', { count }),
      level: 'warning',
    });
  if (labels.length < count) findings.push(toSymbolError(node, 'F2', 'decision-label-missing'));
  if (label !== undefined)
    findings.push(toSymbolError(node, 'F2', 'decision-label-same', { label }));
  if (findRepeated(exits.map((flow) => flow.to)) !== undefined)
    findings.push(toSymbolError(node, 'F2', 'decision-target-same'));
  return findings;
}

function findRepeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) < index);
}

function checkExits(node: GraphNode, { starts }: FlowGraph): readonly Finding[] {
  const { symbol, step, entries, exits } = node;
  const count = exits.length;
  // The boxes of a joint step leave it once; what is wrong with that is said at the first.
  if (symbol.kind === 'decision' || (step.joint && step.symbols[0] !== symbol)) return [];
  const isCapsule = symbol.kind === 'terminator';
  if (isCapsule && entries.length > 0 && count > 0 && !starts.includes(node))
    return leadsOnInStep(node) ? [] : [toSymbolError(node, 'F3', 'end-exits')];
  if (count > 1) return [toSymbolError(node, 'F3', 'process-exits-many', { count })];
  if (count === 0 && !isCapsule) return [toSymbolError(node, 'F3', 'process-exits-none')];
  return [];
}

/** A capsule above a box in its own row marks a place, whatever enters it. */
function leadsOnInStep({ step, exits }: GraphNode): boolean {
  return exits.every((flow) => step.symbols.some(({ id }) => id === flow.to));
}

function checkBackArrows(node: GraphNode, { nodes }: FlowGraph): readonly Finding[] {
  if (node.symbol.kind === 'decision') return [];
  return node.exits
    .filter(
      (flow) => flow.from === node.symbol.id && (nodes.get(flow.to)?.row ?? node.row) < node.row,
    )
    .map(({ id }) => ({
      rule: 'F5',
      level: 'info',
      place: { kind: 'flow', flow: id },
      message: 'back-without-decision',
    }));
}

function toSymbolError(
  { symbol, step }: GraphNode,
  rule: Finding['rule'],
  message: Finding['message'],
  parameters?: Finding['parameters'],
): Finding {
  const place = { kind: 'symbol', symbol: symbol.id, step: step.id } as const;
  return { rule, level: 'error', place, message, ...(parameters && { parameters }) };
}
