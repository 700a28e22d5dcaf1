import { limits } from '#core/model/limits.ts';
import type { Flow, Procedure } from '#core/model/procedure.ts';
import type { Edit, EditResult, Rejection } from './edit.ts';
import { findSymbol, idsOf } from './find.ts';
import { flowKey } from './flowKey.ts';
import {
  accept,
  checkCount,
  checkLength,
  checkNewId,
  firstRejection,
  printable,
  reject,
} from './result.ts';
import { retarget, reverse } from './routes.ts';

export function connect(
  procedure: Procedure,
  { flow }: Extract<Edit, { type: 'connect' }>,
): EditResult {
  const { id, from, to } = flow;
  const label = printable(flow.label ?? '');
  const added: Flow = { id, from, to, ...(label && { label }) };
  const problem = firstRejection(
    checkNewId(id, idsOf(procedure.flows)),
    checkLength(flow.label),
    checkCount(procedure.flows.length + 1, limits.maxFlows, 'flows'),
    checkEnds(procedure, added),
  );
  if (problem) return reject(problem.code, problem.message);
  return accept({ ...procedure, flows: [...procedure.flows, added] });
}

export function reverseFlow(
  procedure: Procedure,
  { flow }: Extract<Edit, { type: 'reverseFlow' }>,
): EditResult {
  const found = procedure.flows.find((each) => each.id === flow);
  if (!found) return reject('unknown-flow', `No flow "${flow}".`);
  return replaceFlow(procedure, found, reverse(found));
}

export function retargetFlow(
  procedure: Procedure,
  { flow, end, symbol }: Extract<Edit, { type: 'retargetFlow' }>,
): EditResult {
  const found = procedure.flows.find((each) => each.id === flow);
  if (!found) return reject('unknown-flow', `No flow "${flow}".`);
  if (found[end] === symbol) return accept(procedure);
  return replaceFlow(procedure, found, retarget(found, end, symbol));
}

export function removeFlow(
  procedure: Procedure,
  { flow }: Extract<Edit, { type: 'removeFlow' }>,
): EditResult {
  const flows = procedure.flows.filter((each) => each.id !== flow);
  if (flows.length === procedure.flows.length) return reject('unknown-flow', `No flow "${flow}".`);
  return accept({ ...procedure, flows });
}

function replaceFlow(procedure: Procedure, before: Flow, after: Flow): EditResult {
  const others = procedure.flows.filter((each) => each !== before);
  const problem = checkEnds({ ...procedure, flows: others }, after);
  if (problem) return reject(problem.code, problem.message);
  const flows = procedure.flows.map((each) => (each === before ? after : each));
  return accept({ ...procedure, flows });
}

function checkEnds(procedure: Procedure, flow: Flow): Rejection | undefined {
  for (const end of [flow.from, flow.to])
    if (!findSymbol(procedure, end))
      return { code: 'unknown-symbol', message: `No symbol "${end}".` };
  if (flow.from === flow.to)
    return { code: 'self-flow', message: 'A symbol cannot lead to itself.' };
  const key = flowKey(flow);
  return procedure.flows.some((each) => flowKey(each) === key)
    ? { code: 'duplicate-flow', message: 'These symbols are already connected like that.' }
    : undefined;
}
