import type { FileProblem } from './fileProblem.ts';
import type { Procedure } from './procedure.ts';

/** The first id that is used twice or refers to nothing; undefined when all is well. */
export function findReferenceProblem(procedure: Procedure): FileProblem | undefined {
  return (
    findDuplicate(procedure.actors, 'actors') ??
    findDuplicate(procedure.steps, 'steps') ??
    findSymbolProblem(procedure) ??
    findDuplicate(procedure.flows, 'flows') ??
    findFlowProblem(procedure)
  );
}

function findDuplicate(
  items: readonly { readonly id: string }[],
  list: string,
): FileProblem | undefined {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const first = seen.get(item.id);
    if (first !== undefined)
      return {
        place: `${list}[${index}].id`,
        message: `"${item.id}" is already ${list}[${first}]`,
        reason: 'doubled-id',
        word: item.id,
      };
    seen.set(item.id, index);
  }
  return undefined;
}

function findSymbolProblem({ actors, steps }: Procedure): FileProblem | undefined {
  const actorIds = new Set(actors.map((actor) => actor.id));
  const seen = new Map<string, string>();
  for (const [stepIndex, step] of steps.entries())
    for (const [index, symbol] of step.symbols.entries()) {
      const place = `steps[${stepIndex}].symbols[${index}]`;
      const first = seen.get(symbol.id);
      if (first)
        return {
          place: `${place}.id`,
          message: `"${symbol.id}" is already ${first}`,
          reason: 'doubled-id',
          word: symbol.id,
        };
      if (!actorIds.has(symbol.actor))
        return {
          place: `${place}.actor`,
          message: `no actor "${symbol.actor}"`,
          reason: 'unknown-actor',
          word: symbol.actor,
        };
      seen.set(symbol.id, place);
    }
  return undefined;
}

function findFlowProblem({ actors, steps, flows }: Procedure): FileProblem | undefined {
  const actorIds = new Set(actors.map((actor) => actor.id));
  const symbols = new Set(steps.flatMap((step) => step.symbols.map((symbol) => symbol.id)));
  const seen = new Map<string, number>();
  for (const [index, flow] of flows.entries()) {
    const place = `flows[${index}]`;
    for (const end of ['from', 'to'] as const)
      if (!symbols.has(flow[end]))
        return {
          place: `${place}.${end}`,
          message: `no symbol "${flow[end]}"`,
          reason: 'unknown-symbol',
          word: flow[end],
        };
    if (flow.from === flow.to)
      return {
        place: `${place}.to`,
        message: `"${flow.to}" cannot lead to itself`,
        reason: 'self-flow',
        word: flow.to,
      };
    const channel = flow.route?.channel;
    if (typeof channel === 'string' && !actorIds.has(channel))
      return {
        place: `${place}.route.channel`,
        message: `no actor "${channel}"`,
        reason: 'unknown-actor',
        word: channel,
      };
    const key = JSON.stringify([flow.from, flow.to, flow.label ?? '']);
    const first = seen.get(key);
    if (first !== undefined)
      return { place, message: `is the same flow as flows[${first}]`, reason: 'doubled-flow' };
    seen.set(key, index);
  }
  return undefined;
}
