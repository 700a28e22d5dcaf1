import { limits } from '#core/model/limits.ts';
import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { Edit, EditResult, Rejection } from './edit.ts';
import { findStep, findSymbol, hasActor, idsOf, symbolIds } from './find.ts';
import { takeOutSymbols } from './heal.ts';
import { linkNewStep } from './link.ts';
import { indexOfPlace, insertAt, moveTo } from './order.ts';
import {
  accept,
  checkCount,
  checkLength,
  checkNewId,
  firstRejection,
  printable,
  reject,
} from './result.ts';

export function addStep(
  procedure: Procedure,
  { step, place, link }: Extract<Edit, { type: 'addStep' }>,
): EditResult {
  const problem = firstRejection(
    checkNewId(step.id, idsOf(procedure.steps)),
    checkLength(step.activity),
    checkCount(procedure.steps.length + 1, limits.maxSteps, 'steps'),
    checkSymbols(procedure, step.symbols),
    link && checkLink(procedure, link),
  );
  if (problem) return reject(problem.code, problem.message);
  const index = indexOfPlace(procedure.steps, place);
  if (index === undefined) return reject('unknown-step', 'The neighbouring step is gone.');
  const steps = insertAt(procedure.steps, index, newStep(step));
  const added = { ...procedure, steps };
  if (!link) return accept(added);
  return accept({ ...added, flows: linkNewStep(added, index, link.flow, link.after) });
}

function newStep(step: Extract<Edit, { type: 'addStep' }>['step']): Step {
  return {
    id: step.id,
    activity: printable(step.activity ?? ''),
    requirements: '',
    duration: '',
    output: '',
    notes: '',
    symbols: step.symbols.map(cleanSymbol),
  };
}

/** A symbol with its known keys only and its text fit to print. */
export function cleanSymbol(symbol: StepSymbol): StepSymbol {
  const { id, actor, kind } = symbol;
  const text = printable(symbol.text ?? '');
  return { id, actor, kind, ...(text && { text }) };
}

/** Whether new symbols may stand in one more row: ids free, actors there, not too many. */
export function checkSymbols(
  procedure: Procedure,
  symbols: readonly StepSymbol[],
  already = 0,
): Rejection | undefined {
  const taken = symbolIds(procedure);
  for (const symbol of symbols) {
    const problem = checkNewId(symbol.id, taken) ?? checkLength(symbol.text);
    if (problem) return problem;
    if (!hasActor(procedure, symbol.actor))
      return { code: 'unknown-actor', message: `No actor "${symbol.actor}".` };
    taken.add(symbol.id);
  }
  return checkCount(already + symbols.length, limits.maxSymbolsPerStep, 'symbols in a step');
}

function checkLink(
  procedure: Procedure,
  link: { readonly flow: string; readonly after?: string },
): Rejection | undefined {
  if (link.after !== undefined && !findSymbol(procedure, link.after))
    return { code: 'unknown-symbol', message: `No symbol "${link.after}".` };
  return firstRejection(
    checkNewId(link.flow, idsOf(procedure.flows)),
    checkCount(procedure.flows.length + 1, limits.maxFlows, 'flows'),
  );
}

export function duplicateStep(
  procedure: Procedure,
  { step, id, symbols }: Extract<Edit, { type: 'duplicateStep' }>,
): EditResult {
  const original = findStep(procedure, step);
  if (!original) return reject('unknown-step', `No step "${step}".`);
  if (symbols.length !== original.symbols.length)
    return reject('bad-range', `The step has ${original.symbols.length} symbols.`);
  const copies = original.symbols.map((symbol, index) => ({ ...symbol, id: symbols[index] ?? '' }));
  const problem = firstRejection(
    checkNewId(id, idsOf(procedure.steps)),
    checkCount(procedure.steps.length + 1, limits.maxSteps, 'steps'),
    checkSymbols(procedure, copies),
  );
  if (problem) return reject(problem.code, problem.message);
  const index = procedure.steps.indexOf(original) + 1;
  const copy: Step = { ...original, id, symbols: copies };
  return accept({ ...procedure, steps: insertAt(procedure.steps, index, copy) });
}

export function moveStep(
  procedure: Procedure,
  { step, place }: Extract<Edit, { type: 'moveStep' }>,
): EditResult {
  const steps = moveTo(procedure.steps, step, place);
  if (!steps) return reject('unknown-step', `No step "${step}", or its neighbour is gone.`);
  return accept(steps === procedure.steps ? procedure : { ...procedure, steps });
}

export function removeStep(
  procedure: Procedure,
  { step }: Extract<Edit, { type: 'removeStep' }>,
): EditResult {
  const found = findStep(procedure, step);
  if (!found) return reject('unknown-step', `No step "${step}".`);
  const healed = takeOutSymbols(
    procedure,
    found.symbols.map((symbol) => symbol.id),
  );
  return accept({ ...healed, steps: healed.steps.filter((each) => each.id !== step) });
}

export function setJoint(
  procedure: Procedure,
  { step, joint }: Extract<Edit, { type: 'setJoint' }>,
): EditResult {
  const found = findStep(procedure, step);
  if (!found) return reject('unknown-step', `No step "${step}".`);
  if ((found.joint ?? false) === joint) return accept(procedure);
  if (joint && found.symbols.length < 2)
    return reject('bad-range', 'A joint step has at least two symbols.');
  const { joint: _, ...rest } = found;
  const changed: Step = joint ? { ...rest, joint } : rest;
  const steps = procedure.steps.map((each) => (each === found ? changed : each));
  return accept({ ...procedure, steps });
}
