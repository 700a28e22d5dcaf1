import type { Procedure, SymbolKind } from '#core/model/procedure.ts';

/** A step as one reads it aloud: what it is, who does it, where it goes on. */
export interface OutlineStep {
  readonly id: string;
  readonly number: number;
  /** The kind of its most telling symbol; undefined when it has none. */
  readonly kind: SymbolKind | undefined;
  readonly activity: string;
  readonly actors: readonly string[];
  readonly exits: readonly {
    readonly id: string;
    readonly label: string;
    readonly number: number;
  }[];
}

/** Decisions tell more than capsules, and capsules more than boxes. */
const telling: readonly SymbolKind[] = ['decision', 'terminator', 'process'];

export function toOutline({ steps, actors, flows }: Procedure): readonly OutlineStep[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const numbers = new Map(
    steps.flatMap((step, index) => step.symbols.map(({ id }) => [id, index + 1] as const)),
  );
  return steps.map(({ id, activity, symbols }, index) => {
    const own = new Set(symbols.map((symbol) => symbol.id));
    return {
      id,
      number: index + 1,
      kind: telling.find((kind) => symbols.some((symbol) => symbol.kind === kind)),
      activity,
      actors: [...new Set(symbols.map(({ actor }) => names.get(actor) ?? ''))],
      exits: flows.flatMap((flow) => {
        const number = numbers.get(flow.to);
        if (!own.has(flow.from) || own.has(flow.to) || number === undefined) return [];
        return [{ id: flow.id, label: flow.label ?? '', number }];
      }),
    };
  });
}
