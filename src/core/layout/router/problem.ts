import type { RouteFlow, RouteNode, RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

/** A flow whose ends are indexes of `Problem.nodes`. */
export interface ProblemFlow {
  readonly from: number;
  readonly to: number;
  /** Flows of one group may share the end of their way. */
  readonly group: number;
  /** Leads to a lower place. */
  readonly forward: boolean;
  /** -1: its target stands further left; 1: further right; 0: below or above. */
  readonly towards: -1 | 0 | 1;
  readonly flow: RouteFlow;
  /** Its place in the request. */
  readonly index: number;
}

/** A request in an order that depends on the geometry alone: not on ids, nor on the order of its lists. */
export interface Problem {
  readonly request: RouteRequest;
  readonly nodes: readonly RouteNode[];
  readonly flows: readonly ProblemFlow[];
}

/** Leaves out flows whose nodes do not exist. */
export function toProblem(request: RouteRequest): Problem {
  const nodes = [...request.nodes].sort(compareNodes);
  const indexes = new Map(nodes.map((node, index) => [node.id, index]));
  const groups = new Map<string, number>();
  const flows = request.flows
    .flatMap((flow, index) => {
      const from = indexes.get(flow.from);
      const to = indexes.get(flow.to);
      return from === undefined || to === undefined ? [] : [{ from, to, flow, index }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || compareTexts(labelOf(a), labelOf(b)))
    .map(({ from, to, flow, index }): ProblemFlow => {
      const source = item(nodes, from);
      const target = item(nodes, to);
      const group = groups.get(flow.mergeKey) ?? groups.size;
      groups.set(flow.mergeKey, group);
      const forward = middleY(target) > middleY(source) + 0.5;
      return { from, to, flow, index, group, forward, towards: findSide(source, target) };
    });
  return { request, nodes, flows };
}

function middleX(node: RouteNode): number {
  return node.x + node.width / 2;
}

function middleY(node: RouteNode): number {
  return node.y + node.height / 2;
}

function labelOf({ flow }: { readonly flow: RouteFlow }): string {
  return flow.label?.text ?? '';
}

function findSide(source: RouteNode, target: RouteNode): -1 | 0 | 1 {
  const distance = middleX(target) - middleX(source);
  if (distance > 0.5) return 1;
  return distance < -0.5 ? -1 : 0;
}

function compareNodes(a: RouteNode, b: RouteNode): number {
  return a.row - b.row || a.column - b.column || a.y - b.y || a.x - b.x || compareKinds(a, b);
}

function compareKinds(a: RouteNode, b: RouteNode): number {
  return compareTexts(a.kind, b.kind) || a.width - b.width || a.height - b.height;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
