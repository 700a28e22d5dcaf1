import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';
import type { Product } from './product.ts';

/** A browser with a profile on disk that a crash leaves behind. */
export interface CrashableBrowser {
  /** Starts it on its profile; the answer is its one context. */
  start(): Promise<BrowserContext>;
  /** Ends it without any warning: no page hears of it. */
  crash(): Promise<void>;
  /** Ends it and deletes the profile. */
  close(): Promise<void>;
}

export async function openCrashableBrowser({ url }: Product): Promise<CrashableBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'alur-profile-'));
  let child: ChildProcess | undefined;
  let browser: Browser | undefined;

  async function crash(): Promise<void> {
    if (!child?.pid) return;
    const exited = once(child, 'exit');
    // The whole group: its pages are processes of their own.
    process.kill(-child.pid, 'SIGKILL');
    await exited;
    child = undefined;
  }

  return {
    crash,
    async start() {
      const program = findChromium() ?? chromium.executablePath();
      const args = [
        ...chromiumArgs,
        '--headless=new',
        '--lang=id-ID',
        '--no-first-run',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
      ];
      child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
      browser = await chromium.connectOverCDP(await findAddress(child));
      const [context] = browser.contexts();
      if (!context) throw new RangeError('The browser has no context');
      context.setDefaultTimeout(15_000);
      return withBase(context, url);
    },
    async close() {
      await crash();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A context of a running browser has no base address of its own. */
function withBase(context: BrowserContext, url: string): BrowserContext {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const goto = page.goto.bind(page);
    page.goto = (path, options) => goto(new URL(path, url).href, options);
    return page;
  };
  return context;
}

async function findAddress({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new RangeError('The browser has no standard error');
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new RangeError('The browser ended before it listened');
}
