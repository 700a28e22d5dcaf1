import type { Page } from 'playwright';
import type { Flow, Procedure } from '#core/model/procedure.ts';
import type { CountingKeyboard } from './keyboard.ts';

interface Row {
  readonly activity: string;
  readonly question: string;
  readonly kind: string;
  /** Index of its lane. */
  readonly lane: number;
}

/** Draws a procedure with one symbol a row on an empty canvas, by keyboard alone: lanes, rows, arrows. */
export async function drawByKeyboard(
  page: Page,
  keyboard: CountingKeyboard,
  procedure: Procedure,
): Promise<void> {
  await enterCanvas(page, keyboard);
  for (const { name } of procedure.actors) {
    await keyboard.press('|');
    await keyboard.type(name);
    await keyboard.press('Enter');
  }
  await keyboard.press('Escape');
  const rows = toRows(procedure);
  for (const [index, row] of rows.entries())
    await drawRow(page, keyboard, { row, previous: rows[index - 1] });
  await drawArrows(page, keyboard, procedure);
}

/** By the link that leads past the header, then into the canvas. */
async function enterCanvas(page: Page, keyboard: CountingKeyboard): Promise<void> {
  const isInside = () =>
    page.evaluate(() => document.activeElement?.closest('[role="application"]') !== null);
  await page.getByRole('application').waitFor();
  await keyboard.press('Tab', 'Enter');
  for (let tries = 0; tries < 20 && !(await isInside()); tries += 1) await keyboard.press('Tab');
}

async function drawRow(
  page: Page,
  keyboard: CountingKeyboard,
  { row, previous }: { readonly row: Row; readonly previous: Row | undefined },
): Promise<void> {
  const shift = row.lane - (previous?.lane ?? 0);
  const side = shift > 0 ? 'ArrowRight' : 'ArrowLeft';
  await keyboard.press(previous && shift !== 0 ? `Control+${side}` : 'Enter');
  await page.getByRole('textbox', { name: 'Kegiatan' }).waitFor();
  const further = Math.abs(shift) - (previous ? 1 : 0);
  for (let moved = 0; moved < further; moved += 1) await keyboard.press(`Alt+${side}`);
  if (row.kind === 'decision') await keyboard.press('Alt+3');
  if (row.kind === 'terminator' && previous) await keyboard.press('Alt+1');
  await keyboard.type(row.activity);
  if (row.question) {
    await keyboard.press('Tab');
    await keyboard.type(row.question);
  }
  await keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Kegiatan' }).waitFor({ state: 'detached' });
}

/** Each row leads to the next one by itself; what the procedure has otherwise is changed. */
async function drawArrows(
  page: Page,
  keyboard: CountingKeyboard,
  procedure: Procedure,
): Promise<void> {
  const numbers = toNumbers(procedure);
  for (const [index, step] of procedure.steps.entries()) {
    const exits = procedure.flows.filter(({ from }) => numbers.get(from) === index + 1);
    const next = exits.find(({ to }) => numbers.get(to) === index + 2);
    const others = exits.filter((exit) => exit !== next);
    const isLast = index === procedure.steps.length - 1;
    const isDecision = step.symbols[0]?.kind === 'decision';
    const isRelabelled = isDecision && next?.label !== undefined && next.label !== 'Ya';
    if (others.length === 0 && (next || isLast) && !isRelabelled) continue;
    await keyboard.press('Control+g');
    await pick(page, keyboard, index + 1);
    if (isRelabelled) await relabel(page, keyboard, next);
    if (!next && !isLast) {
      await keyboard.press('Control+Shift+ArrowRight');
      await keyboard.press('Delete');
      await keyboard.press('Control+g');
      await pick(page, keyboard, index + 1);
    }
    // "Ya" is what the first arrow of a decision is called.
    const inOrder = others.toSorted((a, b) => Number(a.label !== 'Ya') - Number(b.label !== 'Ya'));
    for (const { to } of inOrder) {
      await keyboard.press('>');
      await pick(page, keyboard, numbers.get(to) ?? 0);
    }
  }
}

async function relabel(
  page: Page,
  keyboard: CountingKeyboard,
  flow: Flow | undefined,
): Promise<void> {
  await keyboard.press('Control+Shift+ArrowRight', 'Enter');
  await page.getByRole('textbox', { name: 'Label panah' }).waitFor();
  await keyboard.type(flow?.label ?? '');
  await keyboard.press('Enter', 'Shift+Tab');
}

/** A step of the list that has opened, by its number. */
async function pick(page: Page, keyboard: CountingKeyboard, number: number): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await keyboard.press(...String(number));
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

function toRows({ steps, actors }: Procedure): readonly Row[] {
  return steps.map(({ activity, symbols: [symbol] }) => ({
    activity,
    question: symbol?.text ?? '',
    kind: symbol?.kind ?? 'process',
    lane: actors.findIndex(({ id }) => id === symbol?.actor),
  }));
}

function toNumbers({ steps }: Procedure): ReadonlyMap<string, number> {
  return new Map(steps.flatMap(({ symbols }, index) => symbols.map(({ id }) => [id, index + 1])));
}
