import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { Edit, EditResult } from './edit.ts';
import { findStep, findSymbol, hasActor } from './find.ts';
import { takeOutSymbols } from './heal.ts';
import { accept, reject } from './result.ts';
import { withoutChannels } from './routes.ts';
import { checkSymbols, cleanSymbol } from './steps.ts';

export function addSymbol(
  procedure: Procedure,
  { step, symbol }: Extract<Edit, { type: 'addSymbol' }>,
): EditResult {
  const found = findStep(procedure, step);
  if (!found) return reject('unknown-step', `No step "${step}".`);
  const problem = checkSymbols(procedure, [symbol], found.symbols.length);
  if (problem) return reject(problem.code, problem.message);
  return accept(withSymbols(procedure, found, [...found.symbols, cleanSymbol(symbol)]));
}

export function setSymbolKind(
  procedure: Procedure,
  { symbol, kind }: Extract<Edit, { type: 'setSymbolKind' }>,
): EditResult {
  const found = findSymbol(procedure, symbol);
  if (!found) return reject('unknown-symbol', `No symbol "${symbol}".`);
  if (found.symbol.kind === kind) return accept(procedure);
  return accept(replaceSymbol(procedure, found.step, { ...found.symbol, kind }));
}

export function moveSymbol(
  procedure: Procedure,
  { symbol, step, actor }: Extract<Edit, { type: 'moveSymbol' }>,
): EditResult {
  const found = findSymbol(procedure, symbol);
  if (!found) return reject('unknown-symbol', `No symbol "${symbol}".`);
  const target = findStep(procedure, step);
  if (!target) return reject('unknown-step', `No step "${step}".`);
  if (!hasActor(procedure, actor)) return reject('unknown-actor', `No actor "${actor}".`);
  if (target === found.step && found.symbol.actor === actor) return accept(procedure);
  const moved: StepSymbol = { ...found.symbol, actor };
  // A channel was chosen as seen from the lane in which the arrow begins or ends.
  const routed = found.symbol.actor === actor ? procedure : withoutChannels(procedure, symbol);
  if (target === found.step) return accept(replaceSymbol(routed, found.step, moved));
  const problem = checkSymbols(procedure, [], target.symbols.length + 1);
  if (problem) return reject(problem.code, problem.message);
  const left = found.step.symbols.filter((each) => each.id !== symbol);
  const taken = withSymbols(routed, found.step, left);
  return accept(withSymbols(taken, target, [...target.symbols, moved]));
}

export function removeSymbol(
  procedure: Procedure,
  { symbol }: Extract<Edit, { type: 'removeSymbol' }>,
): EditResult {
  if (!findSymbol(procedure, symbol)) return reject('unknown-symbol', `No symbol "${symbol}".`);
  return accept(takeOutSymbols(procedure, [symbol]));
}

function replaceSymbol(procedure: Procedure, step: Step, symbol: StepSymbol): Procedure {
  const symbols = step.symbols.map((each) => (each.id === symbol.id ? symbol : each));
  return withSymbols(procedure, step, symbols);
}

function withSymbols(procedure: Procedure, step: Step, symbols: readonly StepSymbol[]): Procedure {
  const { joint, ...rest } = step;
  const changed: Step = {
    ...rest,
    symbols,
    ...(joint !== undefined && symbols.length > 1 && { joint }),
  };
  return { ...procedure, steps: procedure.steps.map((each) => (each === step ? changed : each)) };
}
