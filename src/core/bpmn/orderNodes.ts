import type { ModelFlow, ModelNode } from './bpmnModel.ts';

/**
 * The nodes as rows: each after those that lead to it, loops back left aside; where that leaves a
 * choice, as they stand in the picture, else in the file.
 */
export function orderNodes(
  nodes: readonly ModelNode[],
  flows: readonly ModelFlow[],
): readonly ModelNode[] {
  const exits = toExits(nodes, flows);
  const waiting = countForwardEntries(nodes, exits);
  const place = new Map(nodes.map((node, index) => [node.id, index]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ready = nodes.filter(({ id }) => (waiting.entries.get(id) ?? 0) === 0).sort(compare);
  const ordered: ModelNode[] = [];
  for (let node = ready.shift(); node; node = ready.shift()) {
    ordered.push(node);
    for (const target of exits.get(node.id) ?? []) {
      if (waiting.isBack(node.id, target)) continue;
      const left = (waiting.entries.get(target) ?? 0) - 1;
      waiting.entries.set(target, left);
      const next = byId.get(target);
      if (left === 0 && next) insert(ready, next);
    }
  }
  return ordered;

  function compare(a: ModelNode, b: ModelNode): number {
    const [aAlong, aAcross] = a.position ?? [0, 0];
    const [bAlong, bAcross] = b.position ?? [0, 0];
    const byPicture = a.position && b.position ? aAlong - bAlong || aAcross - bAcross : 0;
    return byPicture || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0);
  }

  function insert(list: ModelNode[], node: ModelNode): void {
    const at = list.findIndex((other) => compare(node, other) < 0);
    list.splice(at < 0 ? list.length : at, 0, node);
  }
}

type Exits = ReadonlyMap<string, readonly string[]>;

function toExits(nodes: readonly ModelNode[], flows: readonly ModelFlow[]): Exits {
  const exits = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of flows) exits.get(from)?.push(to);
  return exits;
}

interface ForwardEntries {
  readonly entries: Map<string, number>;
  readonly isBack: (from: string, to: string) => boolean;
}

/** A flow leads back when it reaches a node that the walk from the starts is still within. */
function countForwardEntries(nodes: readonly ModelNode[], exits: Exits): ForwardEntries {
  const entered = new Set([...exits.values()].flat());
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const roots = [...nodes.filter(({ id }) => !entered.has(id)), ...nodes];
  for (const { id } of roots) if (!state.has(id)) walk(id);
  const entries = new Map<string, number>();
  for (const [from, targets] of exits)
    for (const to of targets)
      if (!back.has(toKey(from, to))) entries.set(to, (entries.get(to) ?? 0) + 1);
  return { entries, isBack: (from, to) => back.has(toKey(from, to)) };

  // By hand and not by recursion: a chain of thousands of nodes would not fit on the stack.
  function walk(root: string): void {
    state.set(root, 'open');
    const path = [{ id: root, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = exits.get(top.id)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(target) === 'open') back.add(toKey(top.id, target));
      else if (!state.has(target) && exits.has(target)) {
        state.set(target, 'open');
        path.push({ id: target, next: 0 });
      }
    }
  }
}

function toKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
