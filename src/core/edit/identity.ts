import { isIsoDate } from '#core/model/dates.ts';
import { limits } from '#core/model/limits.ts';
import type { IdentityList, Procedure } from '#core/model/procedure.ts';
import type { Edit, EditResult } from './edit.ts';
import { insertAt } from './order.ts';
import { accept, checkCount, checkLength, firstRejection, printable, reject } from './result.ts';

export function setDate(
  procedure: Procedure,
  { field, date }: Extract<Edit, { type: 'setDate' }>,
): EditResult {
  if (date !== null && !isIsoDate(date)) return reject('bad-date', `"${date}" is no ISO date.`);
  if (procedure.identity[field] === date) return accept(procedure);
  return accept({ ...procedure, identity: { ...procedure.identity, [field]: date } });
}

export function addItem(
  procedure: Procedure,
  { list, index, text }: Extract<Edit, { type: 'addItem' }>,
): EditResult {
  const items = procedure.identity[list];
  const item = printable(text);
  const problem = firstRejection(
    checkCount(items.length + 1, limits.maxListItems, `entries in ${list}`),
    checkLength(item),
  );
  if (problem) return reject(problem.code, problem.message);
  if (!Number.isInteger(index) || index < 0 || index > items.length)
    return reject('bad-range', `${list} has ${items.length} entries, none goes to ${index}.`);
  return accept(withList(procedure, list, insertAt(items, index, item)));
}

export function removeItem(
  procedure: Procedure,
  { list, index }: Extract<Edit, { type: 'removeItem' }>,
): EditResult {
  const items = procedure.identity[list];
  if (items[index] === undefined) return reject('unknown-item', `No ${list}[${index}].`);
  return accept(withList(procedure, list, items.toSpliced(index, 1)));
}

export function moveItem(
  procedure: Procedure,
  { list, from, to }: Extract<Edit, { type: 'moveItem' }>,
): EditResult {
  const items = procedure.identity[list];
  const item = items[from];
  if (item === undefined || items[to] === undefined)
    return reject('unknown-item', `No ${list}[${from}] or ${list}[${to}].`);
  if (from === to) return accept(procedure);
  return accept(withList(procedure, list, insertAt(items.toSpliced(from, 1), to, item)));
}

function withList(procedure: Procedure, list: IdentityList, items: readonly string[]): Procedure {
  return { ...procedure, identity: { ...procedure.identity, [list]: items } };
}
