import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';

/**
 * What a symbol's BPMN element is called: the activity, and the question of a decision below it. A
 * capsule beside another symbol in its cell only marks the start or end.
 */
export function toElementName(step: Step, symbol: StepSymbol): string {
  const own = symbol.text ?? '';
  if (isMark(step, symbol)) return own;
  return own === '' || own === step.activity ? step.activity : `${step.activity}\n${own}`;
}

function isMark(step: Step, symbol: StepSymbol): boolean {
  return (
    symbol.kind === 'terminator' &&
    step.symbols.some((other) => other.actor === symbol.actor && other.kind !== 'terminator')
  );
}

/** The pool is the unit: its letterhead on one line. */
export function toPoolName({ identity }: Procedure): string {
  return identity.unit.filter((line) => line.trim() !== '').join(' ') || identity.title || 'SOP';
}

/** True when two names differ at most in their white space, which tools change as they like. */
export function isSameName(one: string, other: string): boolean {
  return collapse(one) === collapse(other);
}

function collapse(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
