import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Api, makeProcedure, signInByApi } from './support/api.ts';
import {
  openBrowser,
  openDevice,
  openProcedure,
  signIn,
  waitUntilSaved,
} from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';
import { smallFile } from './support/samples.ts';

interface StoredFile {
  readonly steps: readonly {
    readonly activity: string;
    readonly symbols: readonly { readonly id: string; readonly actor: string; kind: string }[];
  }[];
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly label?: string;
  }[];
}

describe('drawing on the canvas', () => {
  let product: Product;
  let browser: Browser;
  let api: Api;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    api = await signInByApi(product);
    page = await signIn(await openDevice(browser, product));
  });

  beforeEach(async () => {
    id = await makeProcedure(api, smallFile('Uji Gambar'));
    await openProcedure(page, id);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  async function stored(): Promise<StoredFile> {
    await waitUntilSaved(page);
    return (await api.send('GET', `/api/procedures/${id}`)).json() as Promise<StoredFile>;
  }

  const symbol = (name: RegExp): Locator => page.getByRole('button', { name });

  it('adds a linked step with Enter and makes it a decision with D', async () => {
    await symbol(/^Langkah 2/).click();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Meneliti kelengkapan');
    await page.keyboard.press('Enter');
    await symbol(/^Langkah 3, .*Meneliti kelengkapan/).waitFor();
    await page.keyboard.press('d');
    await symbol(/^Langkah 3, Kasubbag, keputusan/).waitFor();

    const file = await stored();
    expect(file.steps.map(({ activity }) => activity)).toEqual([
      'Menerima berkas',
      'Memeriksa berkas',
      'Meneliti kelengkapan',
      'Mengarsipkan berkas',
    ]);
    const added = file.steps[2]?.symbols[0]?.id;
    expect(file.flows.map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        ['s1a', 's2a'],
        ['s2a', added],
        [added, 's3a'],
      ]),
    );
    expect(file.flows).toHaveLength(3);
  });

  it('moves a symbol to another column with the mouse', async () => {
    const from = await centre(symbol(/^Langkah 3, Staf/));
    const to = await centre(symbol(/^Langkah 2, Kasubbag/));

    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x - 20, from.y, { steps: 6 });
    await page.mouse.move(to.x, from.y, { steps: 3 });
    await page.mouse.up();
    await symbol(/^Langkah 3, Kasubbag/).waitFor();

    expect((await stored()).steps[2]?.symbols[0]?.actor).toBe('kasubbag');
  });

  it('takes a removed step out of the flow, and undo puts it back', async () => {
    await symbol(/^Langkah 2/).click();
    await page.keyboard.press('Delete');
    await symbol(/^Langkah 1, .*ke langkah 2/).waitFor();
    const removed = await stored();
    await page.keyboard.press('Control+z');
    await symbol(/^Langkah 3, Staf/).waitFor();

    expect(removed.flows.map(({ from, to }) => [from, to])).toEqual([['s1a', 's3a']]);
    expect((await stored()).steps.map(({ activity }) => activity)).toEqual([
      'Menerima berkas',
      'Memeriksa berkas',
      'Mengarsipkan berkas',
    ]);
  });

  it('puts a new symbol where an empty cell is double-clicked', async () => {
    const row = await centre(symbol(/^Langkah 3, Staf/));
    const column = await centre(symbol(/^Langkah 2, Kasubbag/));

    await page.mouse.dblclick(column.x, row.y);
    await symbol(/^Langkah 3, Kasubbag/).waitFor();

    expect((await stored()).steps[2]?.symbols.map(({ actor }) => actor).sort()).toEqual([
      'kasubbag',
      'staf',
    ]);
  });

  it('edits a text in place with F2', async () => {
    await symbol(/^Langkah 2/).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Memverifikasi berkas');
    await page.keyboard.press('Enter');
    await symbol(/^Langkah 2, .*Memverifikasi berkas/).waitFor();

    expect((await stored()).steps[1]?.activity).toBe('Memverifikasi berkas');
  });
});

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new RangeError('The symbol is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
