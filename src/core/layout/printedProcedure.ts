import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { PageSettings } from './settings.ts';

/**
 * The procedure with the document's ways of printing applied: Y/T instead of Ya/Tidak, and extra
 * capsules. The same object when nothing is to be changed.
 */
export function toPrintedProcedure(procedure: Procedure, settings: PageSettings): Procedure {
  const lettered =
    settings.exitLabels === 'letters'
      ? { ...procedure, flows: procedure.flows.map(toLettered) }
      : procedure;
  return settings.terminatorStyle === 'extra' ? addCapsules(lettered) : lettered;
}

const letters: Readonly<Record<string, string>> = { ya: 'Y', tidak: 'T' };

function toLettered(flow: Flow): Flow {
  const letter = letters[flow.label?.trim().toLowerCase() ?? ''];
  return letter ? { ...flow, label: letter } : flow;
}

/** Each capsule that is an activity becomes a box with a capsule of its own beside it. */
function addCapsules(procedure: Procedure): Procedure {
  const starts = new Set(procedure.flows.map(({ from }) => from));
  const ends = new Set(procedure.flows.map(({ to }) => to));
  const flows: Flow[] = [...procedure.flows];
  const taken = new Set(procedure.steps.flatMap(({ symbols }) => symbols.map(({ id }) => id)));
  const steps = procedure.steps.map((step): Step => {
    if (!step.symbols.some((symbol) => isActivity(symbol, step))) return step;
    const symbols = step.symbols.flatMap((symbol): readonly StepSymbol[] => {
      if (!isActivity(symbol, step)) return [symbol];
      const isEnd = ends.has(symbol.id) && !starts.has(symbol.id);
      const { text: _, ...bare } = symbol;
      const capsule = { ...bare, id: toFreeId(`${symbol.id}${isEnd ? '+end' : '+start'}`, taken) };
      const box = { ...symbol, kind: 'process' } as const;
      const [from, to] = isEnd ? [box.id, capsule.id] : [capsule.id, box.id];
      flows.push({ id: `${from}>${to}`, from, to });
      return isEnd ? [box, capsule] : [capsule, box];
    });
    return { ...step, symbols };
  });
  return { ...procedure, steps, flows };
}

/** A capsule alone in its cell; one that stands beside its box already is the extra one. */
function isActivity({ id, kind, actor }: StepSymbol, { symbols }: Step): boolean {
  return (
    kind === 'terminator' && symbols.every((other) => other.id === id || other.actor !== actor)
  );
}

function toFreeId(id: string, taken: Set<string>): string {
  const free = taken.has(id) ? toFreeId(`${id}+`, taken) : id;
  taken.add(free);
  return free;
}
