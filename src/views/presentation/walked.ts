import type { Procedure } from '#core/model/procedure.ts';

/** The steps that were shown, and the arrows between each of them and the next. */
export interface Walked {
  readonly steps: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

export function toWalked({ steps, flows }: Procedure, trail: readonly string[]): Walked {
  const stepOf = new Map(
    steps.flatMap((step) => step.symbols.map((symbol) => [symbol.id, step.id] as const)),
  );
  const pairs = new Set(trail.slice(1).map((step, index) => `${trail[index]} ${step}`));
  const walked = flows.filter(({ from, to }) => pairs.has(`${stepOf.get(from)} ${stepOf.get(to)}`));
  return { steps: new Set(trail), flows: new Set(walked.map(({ id }) => id)) };
}
