import { addTo } from './addTo.ts';
import type { SymbolDetail } from './changeList.ts';
import { diffWords } from './diffWords.ts';
import { nameStep, nameSymbol, type Sides } from './namedSides.ts';
import { wholly } from './places.ts';
import type { ProcedureDiff } from './procedureDiff.ts';

/** What happened to symbols, by the id of the step in which they stand, or stood when they are gone. */
export function listSymbols(
  sides: Sides,
  { symbols, steps }: ProcedureDiff,
): ReadonlyMap<string, readonly SymbolDetail[]> {
  const details = new Map<string, SymbolDetail[]>();
  const moves = new Map(symbols.moved.map((move) => [move.id, move]));
  const touched = new Set([...moves.keys(), ...symbols.changed.map(({ id }) => id)]);
  for (const { step, symbol } of symbols.removed)
    addTo(details, step, {
      of: 'symbol',
      id: symbol.id,
      sign: 'removed',
      symbol: nameSymbol(sides.before, symbol),
      isOnly: false,
      ...(symbol.text && { text: wholly('removed', symbol.text) }),
    });
  const brought = steps.added.flatMap(({ thing }) => thing.symbols);
  for (const symbol of [...symbols.added.map((placed) => placed.symbol), ...brought]) {
    const step = sides.after.symbols.get(symbol.id)?.row.step;
    if (!step || touched.has(symbol.id) || sides.before.symbols.has(symbol.id)) continue;
    addTo(details, step.id, {
      of: 'symbol',
      id: symbol.id,
      sign: 'added',
      symbol: nameSymbol(sides.after, symbol),
      isOnly: step.symbols.length === 1 && !sides.before.rows.has(step.id),
      ...(symbol.text && { text: wholly('added', symbol.text) }),
    });
  }
  for (const id of touched) {
    const detail = toKept(sides, id, moves.get(id)?.from.step);
    if (detail) addTo(details, detail.step, detail.detail);
  }
  return details;
}

/** `from` is the step in which the symbol stood when it moved; undefined when nothing can be seen. */
function toKept(
  sides: Sides,
  id: string,
  from: string | undefined,
): { readonly step: string; readonly detail: SymbolDetail } | undefined {
  const [was, is] = [sides.before.symbols.get(id), sides.after.symbols.get(id)];
  if (!was || !is) throw new RangeError(`Symbol "${id}" is on one side only`);
  const { step } = is.row;
  const [name, oldName] = [
    nameSymbol(sides.after, is.symbol),
    nameSymbol(sides.before, was.symbol),
  ];
  const hasOtherActor = was.symbol.actor !== is.symbol.actor;
  const [text = '', oldText = ''] = [is.symbol.text, was.symbol.text];
  const changes = {
    ...(from !== undefined && from !== step.id && { from: nameStep(sides, from) }),
    ...(hasOtherActor && { actor: { before: oldName.actor, after: name.actor } }),
    ...(name.kind !== oldName.kind && { kind: { before: oldName.kind, after: name.kind } }),
    ...(text !== oldText && { text: diffWords(oldText, text) }),
  };
  if (from === undefined && Object.keys(changes).length === 0) return undefined;
  const isOnly = step.symbols.length === 1 && was.row.step.symbols.length === 1;
  const sign = from === undefined ? 'changed' : 'moved';
  return { step: step.id, detail: { of: 'symbol', id, sign, symbol: name, isOnly, ...changes } };
}
