import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RouteHint } from '#core/model/procedure.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';
import { drag, middleOf } from './dragging.ts';
import { openCanvas } from './openCanvas.tsx';

const LOOP = 'B1! > B2? >Ya B3!; B2 >Tidak B1';
const loop = { kind: 'flow', id: 'B2>B1' } as const;

/** Three lanes; in the middle one a decision leads back to the start. */
function openLoop(hint?: RouteHint, role: 'owner' | 'viewer' = 'owner') {
  return openCanvas(gridProcedure('ABC', LOOP, hint && { 'B2>B1': hint }), role);
}

type OpenSession = Awaited<ReturnType<typeof openLoop>>;

function hintOf(session: OpenSession): RouteHint | undefined {
  return session.procedure.get().flows.find(({ id }) => id === loop.id)?.route;
}

describe('An arrow dragged by hand', () => {
  it('leaves by the side that its end is dragged to, in one step of undo', async () => {
    const session = await openLoop();
    session.select([loop]);
    const decision = await symbol(/^Langkah 2,/);
    const { right, top, bottom } = decision.getBoundingClientRect();

    await drag(await find('[data-flow-end="from"]'), { x: right + 12, y: (top + bottom) / 2 + 4 });

    await expect.poll(() => hintOf(session)).toEqual({ exit: 'right' });
    await expect
      .poll(async () => middleOf(await find('[data-flow-end="from"]')).x)
      .toBeCloseTo(right, 0);
    session.undo();
    expect(hintOf(session)).toBeUndefined();
  });

  it('enters by another side, and goes to another symbol where it is dropped on one', async () => {
    const session = await openLoop();
    session.select([loop]);
    const start = await symbol(/^Langkah 1,/);
    const { right, top, bottom } = start.getBoundingClientRect();
    await drag(await find('[data-flow-end="to"]'), { x: right + 10, y: (top + bottom) / 2 });
    await expect.poll(() => hintOf(session)).toEqual({ entry: 'right' });

    await drag(await find('[data-flow-end="to"]'), middleOf(await symbol(/^Langkah 3,/)));

    await expect
      .poll(() => session.procedure.get().flows.find(({ id }) => id === loop.id))
      .toEqual({ id: loop.id, from: 'B2', to: 'B3', label: 'Tidak' });
  });

  it('stays as it is when its end comes back to its own side', async () => {
    const session = await openLoop();
    session.select([loop]);
    const end = await find('[data-flow-end="from"]');
    const { x, y } = middleOf(end);

    await drag(end, { x: x - 9, y: y + 6 });

    await expect.poll(() => document.querySelector('.canvasShield')).toBeNull();
    expect(session.undoState.get().canUndo).toBe(false);
  });

  it('runs in the gap that its long part is dragged to', async () => {
    const session = await openLoop();
    session.select([loop]);
    const grip = await find('[data-flow-run]');
    const lane = page.getByRole('button', { name: 'Pelaksana: B', exact: true }).element();

    await drag(grip, {
      x: lane.getBoundingClientRect().right + 8,
      y: middleOf(grip).y,
    });

    await expect.poll(() => hintOf(session)).toEqual({ channel: 'B' });
    const right = lane.getBoundingClientRect().right;
    await expect
      .poll(async () => Math.abs(middleOf(await find('[data-flow-run]')).x - right))
      .toBeLessThan(30);
  });

  it('carries its label to where it is dragged along it', async () => {
    const session = await openLoop();
    session.select([loop]);
    const label = await find('[data-flow-label="B2>B1"] rect');
    const run = middleOf(await find('[data-flow-run]'));

    await drag(label, { x: run.x, y: run.y - 20 });

    await expect.poll(() => hintOf(session)?.labelAt).toBeGreaterThan(0.3);
    await expect
      .poll(async () => Math.abs(middleOf(await find('[data-flow-label="B2>B1"] rect')).y - run.y))
      .toBeLessThan(45);
  });

  it('is given no grip by a viewer', async () => {
    const session = await openLoop({ exit: 'right' }, 'viewer');
    session.select([loop]);

    await expect.poll(() => document.querySelector('.canvasFlow.selected')).not.toBeNull();
    expect(document.querySelector('[data-flow-run], [data-flow-end]')).toBeNull();
    expect(document.querySelector('.canvasRouteMark')).toBeNull();
    expect(page.getByRole('button', { name: 'Rapikan semua panah' }).query()).toBeNull();
  });
});

describe('The ways of an arrow by keyboard', () => {
  it('are set from the arrow that Ctrl, Shift and an arrow key select, through its menu', async () => {
    const session = await openLoop();
    await page.getByRole('button', { name: /^Langkah 2,/ }).click();
    await userEvent.keyboard('{Control>}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{/Control}');
    const arrow = page.getByRole('button', { name: 'Panah Tidak dari langkah 2 ke langkah 1' });
    await expect.element(arrow).toHaveFocus();

    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await expect.element(page.getByRole('menu', { name: 'Menu kanvas' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(page.getByRole('radio', { name: 'Otomatis' }).first()).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => hintOf(session)).toEqual({ exit: 'right' });

    await page.getByRole('combobox', { name: 'Jalur tegak' }).selectOptions('A | B');
    expect(hintOf(session)).toEqual({ exit: 'right', channel: 'A' });

    await userEvent.keyboard('{Escape}');
    await expect.element(arrow).toHaveFocus();
    expect(page.getByRole('region', { name: 'Jalur panah' }).query()).toBeNull();
  });

  it('say which wish cannot be kept, and give the others back one by one', async () => {
    const session = await openCanvas(
      gridProcedure('ABC', LOOP, {
        'B1>B2': { entry: 'top' },
        'B2>B1': { exit: 'top', labelAt: 0.5 },
      }),
    );
    session.select([loop]);

    await page.getByRole('button', { name: 'Jalur panah: Tidak dapat dipenuhi' }).click();
    const panel = page.getByRole('region', { name: 'Jalur panah' });
    await expect.element(panel.getByText('Tidak dapat dipenuhi')).toBeVisible();
    await panel.getByRole('radiogroup', { name: 'Keluar dari sisi' }).getByText('Otomatis').click();

    await expect.poll(() => hintOf(session)).toEqual({ labelAt: 0.5 });
    await expect.poll(() => panel.getByText('Tidak dapat dipenuhi').query()).toBeNull();
  });
});

describe('Rapikan', () => {
  it('gives one arrow back, and its mark goes', async () => {
    const session = await openLoop({ exit: 'right' });
    expect(document.querySelectorAll('.canvasRouteMark').length).toBe(1);
    session.select([loop]);

    await page.getByRole('button', { name: 'Rapikan panah ini' }).click();

    expect(hintOf(session)).toBeUndefined();
    await expect.poll(() => document.querySelector('.canvasRouteMark')).toBeNull();
    expect(page.getByRole('button', { name: 'Rapikan panah ini' }).query()).toBeNull();
  });

  it('gives all arrows back at once, as one step of undo', async () => {
    const hints = { 'B2>B1': { exit: 'right' }, 'B2>B3': { labelAt: 0.5 } } as const;
    const session = await openCanvas(gridProcedure('ABC', LOOP, hints));
    const tidyAll = page.getByRole('button', { name: 'Rapikan semua panah' });

    await tidyAll.click();
    expect(session.procedure.get().flows.some(({ route }) => route)).toBe(false);
    await expect.element(tidyAll).toBeDisabled();

    session.undo();
    expect(session.procedure.get().flows.filter(({ route }) => route).length).toBe(2);
    await expect.element(tidyAll).toBeEnabled();
  });
});

describe('A double click near an arrow', () => {
  const downwards = 'A1! > A3!; B2';

  it('opens its label on the line itself', async () => {
    await openCanvas(gridProcedure('AB', downwards));
    const { x, y } = middleOf(await find('[data-flow="A1>A3"] .canvasFlowLine'));

    await userEvent.dblClick(document.body, { position: { x: x + 3, y: y + 12 }, force: true });

    await expect.element(page.getByRole('textbox', { name: 'Label panah' })).toBeVisible();
  });

  it('makes a symbol in the cell beside it', async () => {
    const session = await openCanvas(gridProcedure('AB', downwards));
    const { x, y } = middleOf(await find('[data-flow="A1>A3"] .canvasFlowLine'));

    await userEvent.dblClick(document.body, { position: { x: x + 9, y: y + 12 }, force: true });

    await expect
      .poll(() => session.procedure.get().steps[1]?.symbols.map(({ actor }) => actor))
      .toEqual(['B', 'A']);
  });
});

async function symbol(name: RegExp): Promise<Element> {
  const locator = page.getByRole('button', { name });
  await expect.element(locator).toBeVisible();
  return locator.element();
}

async function find(selector: string): Promise<Element> {
  await expect.poll(() => document.querySelector(selector)).not.toBeNull();
  const element = document.querySelector(selector);
  if (!element) throw new RangeError(`Nothing matches ${selector}`);
  return element;
}
