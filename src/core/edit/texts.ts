import type { Procedure, Step } from '#core/model/procedure.ts';
import { changeText } from '#core/model/textChange.ts';
import type { Edit, EditResult, RejectionCode, TextTarget } from './edit.ts';
import { accept, checkLength, printable, reject } from './result.ts';
import { textOf } from './textOf.ts';

const unknownCodes: Record<TextTarget['of'], RejectionCode> = {
  title: 'unknown-item',
  number: 'unknown-item',
  approver: 'unknown-item',
  item: 'unknown-item',
  actor: 'unknown-actor',
  group: 'unknown-actor',
  step: 'unknown-step',
  symbol: 'unknown-symbol',
  label: 'unknown-flow',
};

export function setText(
  procedure: Procedure,
  { target, text }: Extract<Edit, { type: 'setText' }>,
): EditResult {
  const before = textOf(procedure, target);
  if (before === undefined)
    return reject(unknownCodes[target.of], 'The text to change no longer exists.');
  const after = printable(text);
  const problem = checkLength(after) ?? findLabelClash(procedure, target, after);
  if (problem) return reject(problem.code, problem.message);
  return accept(before === after ? procedure : writeText(procedure, target, after));
}

export function spliceText(
  procedure: Procedure,
  { target, at, remove, insert }: Extract<Edit, { type: 'spliceText' }>,
): EditResult {
  const before = textOf(procedure, target);
  if (before === undefined)
    return reject(unknownCodes[target.of], 'The text to change no longer exists.');
  const inRange = Number.isInteger(at) && Number.isInteger(remove) && at >= 0 && remove >= 0;
  if (!inRange || at + remove > before.length)
    return reject('bad-range', `No ${remove} characters at ${at} of ${before.length}.`);
  const text = changeText(before, { at, remove, insert });
  return setText(procedure, { type: 'setText', target, text });
}

/** Two flows between the same symbols are told apart by their labels. */
function findLabelClash(procedure: Procedure, target: TextTarget, text: string) {
  if (target.of !== 'label') return undefined;
  const flow = procedure.flows.find((each) => each.id === target.flow);
  const clash = procedure.flows.some(
    (each) =>
      each !== flow &&
      each.from === flow?.from &&
      each.to === flow.to &&
      (each.label ?? '') === text,
  );
  return clash
    ? ({ code: 'duplicate-flow', message: 'The same flow has this label already.' } as const)
    : undefined;
}

function writeText(procedure: Procedure, target: TextTarget, text: string): Procedure {
  const { identity } = procedure;
  const withIdentity = (change: Partial<typeof identity>): Procedure => ({
    ...procedure,
    identity: { ...identity, ...change },
  });
  switch (target.of) {
    case 'title':
      return withIdentity({ title: text });
    case 'number':
      return withIdentity({ number: text });
    case 'approver':
      return withIdentity({ approver: { ...identity.approver, [target.field]: text } });
    case 'item':
      return withIdentity({ [target.list]: identity[target.list].with(target.index, text) });
    case 'actor':
      return { ...procedure, actors: change(procedure.actors, target.actor, { name: text }) };
    case 'group':
      return {
        ...procedure,
        actors: changeOptional(procedure.actors, target.actor, 'group', text),
      };
    case 'step':
      return {
        ...procedure,
        steps: change(procedure.steps, target.step, { [target.field]: text }),
      };
    case 'symbol':
      return { ...procedure, steps: procedure.steps.map((step) => inStep(step, target, text)) };
    case 'label':
      return { ...procedure, flows: changeOptional(procedure.flows, target.flow, 'label', text) };
  }
}

function inStep(step: Step, target: { readonly symbol: string }, text: string): Step {
  if (!step.symbols.some((symbol) => symbol.id === target.symbol)) return step;
  return { ...step, symbols: changeOptional(step.symbols, target.symbol, 'text', text) };
}

function change<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  part: Partial<T>,
): readonly T[] {
  return items.map((item) => (item.id === id ? { ...item, ...part } : item));
}

/** An empty text takes an optional key away. */
export function changeOptional<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  key: keyof T & string,
  text: string,
): readonly T[] {
  return items.map((item) => {
    if (item.id !== id) return item;
    const { [key]: _, ...rest } = item;
    return (text === '' ? rest : { ...rest, [key]: text }) as T;
  });
}
