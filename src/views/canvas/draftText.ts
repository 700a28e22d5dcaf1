import type { Edit, TextTarget } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The text that a target names in this procedure; undefined when it is gone. */
export function findText(procedure: Procedure, target: TextTarget): string | undefined {
  switch (target.of) {
    case 'title':
      return procedure.identity.title;
    case 'number':
      return procedure.identity.number;
    case 'approver':
      return procedure.identity.approver[target.field];
    case 'item':
      return procedure.identity[target.list][target.index];
    case 'actor':
      return procedure.actors.find(({ id }) => id === target.actor)?.name;
    case 'group': {
      const actor = procedure.actors.find(({ id }) => id === target.actor);
      return actor && (actor.group ?? '');
    }
    case 'step':
      return procedure.steps.find(({ id }) => id === target.step)?.[target.field];
    case 'symbol': {
      const symbol = findSymbol(procedure, target.symbol);
      return symbol && (symbol.text ?? '');
    }
    case 'label': {
      const flow = procedure.flows.find(({ id }) => id === target.flow);
      return flow && (flow.label ?? '');
    }
  }
}

/**
 * The edit that brings a finished draft into the text as it is now. `base` is the text when the
 * draft began: what somebody else typed meanwhile in another part of it stays.
 */
export function toDraftEdit(
  target: TextTarget,
  { base, current, draft }: { readonly base: string; readonly current: string; readonly draft: string },
): Edit | undefined {
  if (draft === base || draft === current) return undefined;
  const mine = toChange(base, draft);
  const theirs = toChange(base, current);
  if (current === base || mine.at + mine.remove <= theirs.at)
    return { type: 'spliceText', target, ...mine };
  if (mine.at >= theirs.at + theirs.remove) {
    const shift = theirs.insert.length - theirs.remove;
    return { type: 'spliceText', target, ...mine, at: mine.at + shift };
  }
  return { type: 'setText', target, text: draft };
}

function findSymbol(procedure: Procedure, id: string) {
  for (const step of procedure.steps) {
    const symbol = step.symbols.find((candidate) => candidate.id === id);
    if (symbol) return symbol;
  }
  return undefined;
}

/** The one replacement that turns `from` into `to`, as short as possible. */
function toChange(from: string, to: string): Change {
  let start = 0;
  const shorter = Math.min(from.length, to.length);
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) };
}
