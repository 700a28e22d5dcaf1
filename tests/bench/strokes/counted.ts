import type { Procedure } from '#core/model/procedure.ts';
import type { Strokes } from './keyboard.ts';

/** By which the other tools are counted; the texts are the same everywhere. */
export const rules = `
A chord counts each of its keys; Shift for a capital counts nowhere. Counted, not driven:
bpmn-js: a pool is dragged (1), each further lane is a click on the pool's pad (1); naming any thing is a
double click and Enter (1 + 1). The first symbol is dragged from the palette (1), each further one is
appended from the pad (1, its arrow included) and dragged where its lane is another one (1). A gateway's
activity needs a task before it (1). Any arrow beyond that is drawn (2: pad, target) and, like each
labelled one, named (1 + 1).
Spreadsheet: each lane's name is typed in a cell (Tab). Each symbol is a shape: menu, kind, drawn (3), its
text typed after F2 and ended by Esc (2 keys); a decision's question stands in its text. Each arrow is a
connector: menu, kind, dragged from shape to shape (3); each label is a text box: menu, drawn (2), Esc (1).`;

export function countBpmnJs(procedure: Procedure): Strokes {
  const { actors, steps, flows } = procedure;
  const { laneChanges, next, labels, decisions } = toParts(procedure);
  const things = steps.length + decisions;
  const named = actors.length + things + labels;
  const drawn = flows.length - next;
  return {
    letters: countLetters(procedure),
    otherKeys: named,
    pointerActions: actors.length + named + things + laneChanges + 2 * drawn,
  };
}

export function countSpreadsheet(procedure: Procedure): Strokes {
  const { actors, steps, flows } = procedure;
  const { labels } = toParts(procedure);
  return {
    letters: countLetters(procedure),
    otherKeys: actors.length + 2 * steps.length + labels,
    pointerActions: 3 * steps.length + 3 * flows.length + 2 * labels,
  };
}

function toParts({ steps, flows }: Procedure) {
  const rows = new Map(
    steps.flatMap(({ symbols }, index) => symbols.map(({ id }) => [id, index] as const)),
  );
  const lane = (index: number) => steps[index]?.symbols[0]?.actor;
  return {
    laneChanges: steps.filter((_, index) => index > 0 && lane(index) !== lane(index - 1)).length,
    /** Arrows from a row to the next one. */
    next: flows.filter(({ from, to }) => rows.get(to) === (rows.get(from) ?? 0) + 1).length,
    labels: flows.filter(({ label }) => label).length,
    decisions: steps.filter(({ symbols: [symbol] }) => symbol?.kind === 'decision').length,
  };
}

/** Of all texts that are drawn, labels included. */
function countLetters({ actors, steps, flows }: Procedure): number {
  const texts = [
    ...actors.map(({ name }) => name),
    ...steps.flatMap(({ activity, symbols }) => [
      activity,
      ...symbols.map(({ text = '' }) => text),
    ]),
    ...flows.map(({ label = '' }) => label),
  ];
  return texts.join('').length;
}
