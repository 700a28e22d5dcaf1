import type { TextTarget } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Selected } from '#session/session.ts';

/** What Tab goes on to from a text that is typed: the next of its kind; undefined after the last. */
export function findNextText(
  { actors, steps, flows }: Procedure,
  target: TextTarget,
  by: -1 | 1,
): Selected | undefined {
  switch (target.of) {
    case 'step': {
      const step = steps[steps.findIndex(({ id }) => id === target.step) + by];
      const symbol = step?.symbols[0];
      return symbol ? { kind: 'symbol', id: symbol.id } : step && { kind: 'step', id: step.id };
    }
    case 'actor': {
      const actor = actors[actors.findIndex(({ id }) => id === target.actor) + by];
      return actor && { kind: 'actor', id: actor.id };
    }
    case 'label': {
      const from = flows.find(({ id }) => id === target.flow)?.from;
      const exits = flows.filter((flow) => flow.from === from);
      const exit = exits[exits.findIndex(({ id }) => id === target.flow) + by];
      return exit && { kind: 'flow', id: exit.id };
    }
    default:
      return undefined;
  }
}
