import type { Procedure } from '#core/model/procedure.ts';
import type { TextTarget } from './edit.ts';
import { findStep, findSymbol } from './find.ts';

/** The text that a target names; an absent optional text is ''. Undefined when the target is gone. */
export function textOf(procedure: Procedure, target: TextTarget): string | undefined {
  const { identity } = procedure;
  switch (target.of) {
    case 'title':
      return identity.title;
    case 'number':
      return identity.number;
    case 'approver':
      return identity.approver[target.field];
    case 'item':
      return identity[target.list][target.index];
    case 'actor':
      return procedure.actors.find((actor) => actor.id === target.actor)?.name;
    case 'group': {
      const actor = procedure.actors.find((each) => each.id === target.actor);
      return actor && (actor.group ?? '');
    }
    case 'step':
      return findStep(procedure, target.step)?.[target.field];
    case 'symbol': {
      const found = findSymbol(procedure, target.symbol);
      return found && (found.symbol.text ?? '');
    }
    case 'label': {
      const flow = procedure.flows.find((each) => each.id === target.flow);
      return flow && (flow.label ?? '');
    }
  }
}
