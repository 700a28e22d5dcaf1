import type { Flow, Procedure, Step } from '#core/model/procedure.ts';
import { entriesOf, exitsOf, findSymbol } from './find.ts';
import { flowKey } from './flowKey.ts';
import { retarget } from './routes.ts';

/**
 * Takes symbols out of their cells and joins what stood on both sides: every arrow that came in goes on
 * to where the symbol led, with its own label. Where the symbol had several exits, the one that goes
 * on is the unlabelled one, else "Ya", else the first that leads down, else the first.
 */
export function takeOutSymbols(procedure: Procedure, symbols: readonly string[]): Procedure {
  if (symbols.length === 0) return procedure;
  const gone = new Set(symbols);
  let flows = procedure.flows;
  for (const symbol of symbols) flows = joinNeighbours({ ...procedure, flows }, symbol);
  const steps = procedure.steps.map((step) => withoutSymbols(step, gone));
  return { ...procedure, steps, flows };
}

function withoutSymbols(step: Step, gone: ReadonlySet<string>): Step {
  const symbols = step.symbols.filter((symbol) => !gone.has(symbol.id));
  if (symbols.length === step.symbols.length) return step;
  const { joint, ...rest } = step;
  // One box cannot be done together with another.
  return { ...rest, symbols, ...(joint !== undefined && symbols.length > 1 && { joint }) };
}

function joinNeighbours(procedure: Procedure, symbol: string): readonly Flow[] {
  const goesOn = findContinuing(procedure, symbol);
  const entries = new Set(entriesOf(procedure, symbol));
  const kept: Flow[] = [];
  for (const flow of procedure.flows) {
    if (flow.from === symbol) continue;
    const healed = entries.has(flow) ? goesOn && retarget(flow, 'to', goesOn.to) : flow;
    if (healed && healed.from !== healed.to) kept.push(healed);
  }
  return withoutCopies(kept, procedure.flows);
}

/** A healed arrow that says the same as another is left out; arrows that were there stay. */
function withoutCopies(flows: readonly Flow[], before: readonly Flow[]): readonly Flow[] {
  const untouched = new Set(before);
  const seen = new Set(flows.filter((flow) => untouched.has(flow)).map(flowKey));
  return flows.filter((flow) => {
    if (untouched.has(flow)) return true;
    const key = flowKey(flow);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const YES = /^(ya|y|yes)$/i;

function findContinuing(procedure: Procedure, symbol: string): Flow | undefined {
  const exits = exitsOf(procedure, symbol);
  const row = findSymbol(procedure, symbol)?.row ?? 0;
  return (
    exits.find((exit) => !exit.label) ??
    exits.find((exit) => YES.test(exit.label ?? '')) ??
    exits.find((exit) => (findSymbol(procedure, exit.to)?.row ?? 0) > row) ??
    exits[0]
  );
}
