/**
 * Our canvas beside plain React Flow, bpmn-js and Excalidraw: the same procedure, in one run. Times are CPU
 * ms of the page's main thread (CDP `threadTicks`), so other work on the machine hardly counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build, type InlineConfig, preview } from 'vite';
import type { BenchView } from '#tests/bench/canvas/benchPage.ts';
import { chromiumArgs, findChromium } from '../../scripts/chromium.mjs';

const sizes = [200, 1000];
const rounds = 3;
const moves = 60;
const remoteEdits = 60;
const typedKeys = 40;
const here = new URL('./canvas', import.meta.url).pathname;

type Figures = Readonly<Record<string, number>>;
type PageName = keyof typeof pages;

/** Each with its place in `./canvas`; the views of the first are those of the others. */
const pages = {
  Alur: 'ours.html',
  'React Flow': 'reactFlow.html',
  'bpmn-js': 'bpmnJs.html',
  Excalidraw: 'excalidraw/index.html',
} as const;
const names = (Object.keys(pages) as PageName[]).filter(
  (name) => name !== 'Excalidraw' || installExcalidraw(),
);

const folder = mkdtempSync(join(tmpdir(), 'alur-canvas-bench-'));
const config: InlineConfig = {
  root: here,
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  // For Excalidraw's page, which is a package of its own.
  resolve: { alias: { '#core': new URL('../../src/core', import.meta.url).pathname } },
  publicDir: new URL('../../public', import.meta.url).pathname,
  build: {
    outDir: folder,
    emptyOutDir: true,
    rolldownOptions: { input: names.map((name) => join(here, pages[name])) },
  },
};
await build(config);
const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
const origin = server.resolvedUrls?.local[0] ?? '';
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: chromiumArgs,
});

for (const size of sizes) {
  const measured = new Map(names.map((name): [PageName, Figures[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    let views: Views | undefined;
    for (const [name, all] of measured) {
      const page = await measurePage(name, size, views);
      views ??= page.views;
      all.push(page.figures);
    }
  }
  report(size, measured);
}

await browser.close();
await server.close();
rmSync(folder, { recursive: true });

/** Excalidraw brings some 240 MB along, which nothing but this benchmark needs. */
function installExcalidraw(): boolean {
  const folder = join(here, 'excalidraw');
  if (existsSync(join(folder, 'node_modules'))) return true;
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', ['ci', ...flags], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) console.log('Excalidraw could not be installed here, and is left out.');
  return status === 0;
}

interface Views {
  readonly near: BenchView;
  readonly far: BenchView;
}

/** `views` are those of our page: the one that it opens with, and the whole sheet. */
async function measurePage(name: PageName, size: number, views?: Views) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${origin}${pages[name]}?n=${size}`);
  await page.waitForFunction((count) => window.bench?.count() === count, size, {
    timeout: 120_000,
  });
  await rest(page);
  const load = (await readMetrics(cdp)).cpu;
  const show = (view: BenchView | undefined) =>
    page.evaluate((wanted) => wanted && window.bench?.setView(wanted), view);
  const readView = async () =>
    (await page.evaluate(() => window.bench?.view())) ?? { x: 0, y: 0, zoom: 1 };

  await cdp.send('HeapProfiler.collectGarbage');
  const { heap } = await readMetrics(cdp);
  await show(views?.near);
  const near = await readView();
  const typed: Figures = name === 'Alur' ? { 'key typed': await measureTyping(page, cdp) } : {};
  const drag = await measureDrag(page, cdp);
  const nearFigures = await measureView(page, cdp);
  if (views) await show(views.far);
  else await page.getByRole('button', { name: 'Paskan' }).click();
  await rest(page);
  const far = await readView();
  const farFigures = await measureView(page, cdp);
  const remote = {
    'others type': await perTurn(page, cdp, 'type'),
    'others move': await perTurn(page, cdp, 'move'),
  };
  await page.close();
  const figures: Figures = {
    load,
    'heap MB': heap,
    ...typed,
    ...drag,
    'pan, near': nearFigures.pan,
    'zoom, near': nearFigures.zoom,
    'pan, far': farFigures.pan,
    'zoom, far': farFigures.zoom,
    ...remote,
  };
  return { figures, views: { near, far } };
}

/** CPU ms of one letter in the text of a symbol, each in a frame of its own. */
async function measureTyping(page: Page, cdp: CDPSession): Promise<number> {
  const target = (await page.evaluate(() => window.bench?.target())) ?? { x: 0, y: 0 };
  await page.mouse.click(target.x, target.y);
  await page.keyboard.press('F2');
  await page.locator('.canvasTextarea').waitFor();
  await rest(page);
  const key = await measure(cdp, typedKeys, async () => {
    for (let turn = 0; turn < typedKeys; turn += 1) {
      await page.keyboard.press('a');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await rest(page);
  return key;
}

async function measureDrag(page: Page, cdp: CDPSession): Promise<Figures> {
  const target = (await page.evaluate(() => window.bench?.target())) ?? { x: 0, y: 0 };
  await page.mouse.move(target.x, target.y);
  await page.mouse.down();
  await page.mouse.move(target.x + 8, target.y + 8);
  await rest(page);
  const drag = await measure(cdp, moves, () => circle(page, target, 120));
  await page.mouse.move(target.x + 190, target.y + 30);
  await rest(page);
  const drop = await measure(cdp, 1, async () => {
    await page.mouse.up();
    await rest(page);
  });
  return { drag, drop };
}

async function measureView(page: Page, cdp: CDPSession) {
  // The gap beside the sheet: nothing there takes the press.
  const from = { x: 12, y: 450 };
  await page.mouse.move(from.x, from.y);
  // The first button draws a frame on our sheet.
  await page.mouse.down({ button: 'middle' });
  const pan = await measure(cdp, moves, () => circle(page, from, 200));
  await page.mouse.move(from.x, from.y);
  await page.mouse.up({ button: 'middle' });
  await rest(page);
  await page.mouse.move(700, 450);
  await page.keyboard.down('Control');
  const zoom = await measure(cdp, moves, async () => {
    for (let turn = 0; turn < moves; turn += 1)
      await page.mouse.wheel(0, turn < moves / 2 ? -12 : 12);
  });
  await page.keyboard.up('Control');
  await rest(page);
  return { pan, zoom };
}

/** CPU ms of one change by somebody else, each in a frame of its own. */
function perTurn(page: Page, cdp: CDPSession, kind: 'type' | 'move'): Promise<number> {
  return measure(cdp, remoteEdits, () =>
    page.evaluate(
      async ([what, turns]) => {
        for (let turn = 0; turn < turns; turn += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          window.bench?.[what](turn);
        }
        await new Promise((resolve) => requestAnimationFrame(resolve));
      },
      [kind, remoteEdits] as const,
    ),
  );
}

async function circle(page: Page, { x, y }: { x: number; y: number }, radius: number) {
  for (let turn = 1; turn <= moves; turn += 1) {
    const angle = (turn / moves) * 2 * Math.PI;
    await page.mouse.move(
      x + radius * Math.sin(angle) + 10,
      y + (radius * (1 - Math.cos(angle))) / 2 + 10,
    );
  }
}

/** CPU ms a turn. */
async function measure(cdp: CDPSession, turns: number, act: () => Promise<void>): Promise<number> {
  const before = await readMetrics(cdp);
  await act();
  const after = await readMetrics(cdp);
  return (after.cpu - before.cpu) / turns;
}

async function readMetrics(cdp: CDPSession): Promise<{ cpu: number; heap: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { cpu: read('TaskDuration') * 1000, heap: read('JSHeapUsedSize') / 1e6 };
}

/** Until the page has nothing left to do. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 5000 }));
      }),
  );
}

function report(size: number, measured: ReadonlyMap<PageName, readonly Figures[]>): void {
  console.log(`\n${size} steps: CPU ms a step, medians of ${rounds} (ours divided by theirs)`);
  console.log([''.padEnd(14), ...names.map((name) => name.padStart(18))].join(''));
  const ours = measured.get('Alur') ?? [];
  for (const figure of Object.keys(ours[0] ?? {})) {
    const mine = median(ours, figure);
    const columns = [...measured.values()].map((all) => {
      if (!all.some((figures) => figure in figures)) return '–';
      const value = median(all, figure);
      return value.toFixed(2) + (all === ours ? '' : ` (${(mine / value).toFixed(2)}×)`);
    });
    console.log(figure.padEnd(14) + columns.map((text) => text.padStart(18)).join(''));
  }
}

function median(all: readonly Figures[], name: string): number {
  const values = all.map((figures) => figures[name] ?? 0).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}
