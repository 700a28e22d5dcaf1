import type { Flow, Procedure, RouteHint, Step, StepSymbol } from '#core/model/procedure.ts';
import { smallProcedure } from './smallProcedure.ts';

/**
 * A procedure written down in one line: `gridProcedure('ABC', 'A1! > B2? >Ya C3; B2 >Tidak A1; C3 = B3')`.
 * A letter is the actor, a number the row, a small letter a second symbol in the cell; `!` makes a
 * terminator, `?` a decision. `>` is a flow with its label behind it, `=` joins two boxes of a row. A symbol's id is its name
 * and a flow's `from>to`.
 */
export function gridProcedure(
  actors: string,
  text: string,
  hints: Readonly<Record<string, RouteHint>> = {},
): Procedure {
  const symbols = new Map<string, StepSymbol & { readonly row: number }>();
  const joints = new Set<number>();
  const flows: Flow[] = [];
  for (const sentence of text.split(';')) {
    let before: string | undefined;
    let link = '';
    for (const word of sentence.trim().split(/\s+/)) {
      if (/^[>=]/.test(word)) {
        link = word;
        continue;
      }
      const symbol = toSymbol(word);
      const known = symbols.get(symbol.id);
      if (!known || symbol.kind !== 'process') symbols.set(symbol.id, symbol);
      if (before && link === '=') joints.add(symbol.row);
      else if (before) flows.push(toFlow(before, symbol.id, link.slice(1), hints));
      before = symbol.id;
    }
  }
  const rows = Math.max(...[...symbols.values()].map(({ row }) => row));
  const steps = Array.from({ length: rows }, (_, index): Step => {
    const own = [...symbols.values()].filter(({ row }) => row === index + 1);
    const step = {
      id: `row ${index + 1}`,
      activity: '',
      requirements: '',
      duration: '',
      output: '',
      notes: '',
      symbols: own.map(({ row: _row, ...symbol }) => symbol).sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
    return joints.has(index + 1) ? { ...step, joint: true } : step;
  });
  return {
    ...smallProcedure(),
    actors: [...actors].map((id) => ({ id, name: id })),
    steps,
    flows,
  };
}

function toSymbol(word: string): StepSymbol & { readonly row: number } {
  const match = /^(([A-Z])(\d+)[a-z]?)([!?]?)$/.exec(word);
  const [, id, actor, row, mark] = match ?? [];
  if (!id || !actor || !row) throw new RangeError(`"${word}" is no symbol`);
  const kind = mark === '?' ? 'decision' : mark === '!' ? 'terminator' : 'process';
  return { id, actor, kind, row: Number(row) };
}

function toFlow(
  from: string,
  to: string,
  label: string,
  hints: Readonly<Record<string, RouteHint>>,
): Flow {
  const id = `${from}>${to}`;
  const route = hints[id];
  return { id, from, to, ...(label && { label }), ...(route && { route }) };
}
