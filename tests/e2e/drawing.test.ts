import type { Locator, Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
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
  const alur = openAlur();
  let page: Page;
  let id: string;

  beforeAll(async () => {
    const device = await alur.openDevice();
    await device.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await signIn(device);
  });

  beforeEach(async () => {
    id = await makeProcedure(alur.api, smallFile('Uji Gambar'));
    await openProcedure(page, id);
  });

  async function stored(): Promise<StoredFile> {
    await waitUntilSaved(page);
    return (await alur.api.send('GET', `/api/procedures/${id}`)).json() as Promise<StoredFile>;
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

  it('undoes after a reload what was done before it, and does it again', async () => {
    const flows = (file: StoredFile) => file.flows.map(({ from, to }) => `${from} > ${to}`).sort();
    const title = page.getByRole('textbox', { name: 'Judul SOP' });
    await title.fill('Uji Muat Ulang');
    await symbol(/^Langkah 1/).click();
    await page.keyboard.press('d');
    await symbol(/^Langkah 1, .*keputusan/).waitFor();
    await symbol(/^Langkah 2/).click();
    await page.keyboard.press('Delete');
    await symbol(/^Langkah 3/).waitFor({ state: 'detached' });
    expect(flows(await stored())).toEqual(['s1a > s3a']);

    await page.reload();
    await waitUntilSaved(page);
    await page.getByRole('button', { name: 'Urungkan: hapus langkah 2' }).waitFor();
    await symbol(/^Langkah 1/).waitFor();
    await page.keyboard.press('Control+z');
    await symbol(/^Langkah 3, Staf/).waitFor();

    expect(flows(await stored())).toEqual(['s1a > s2a', 's2a > s3a']);
    await page.keyboard.press('Control+Shift+z');
    await symbol(/^Langkah 3/).waitFor({ state: 'detached' });
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => title.inputValue()).toBe('Uji Gambar');
    expect(await stored()).toMatchObject(smallFile('Uji Gambar'));
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

  it('finds a command and a step in the palette, and draws an arrow by a step’s number', async () => {
    await symbol(/^Langkah 1/).click();
    await page.keyboard.press('Control+k');
    // At once: what is typed before the palette is there is its own, not the symbol's.
    await page.keyboard.type('jadikan belah');
    await page.getByRole('option', { name: /^Jadikan belah ketupat/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await symbol(/^Langkah 1, .*keputusan/).waitFor();
    await page.keyboard.press('Control+g');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await symbol(/^Langkah 3/)
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('>');
    await page.getByRole('combobox', { name: 'Panah ke langkah: nomor atau kata…' }).fill('1');
    await page.keyboard.press('Enter');
    await symbol(/^Panah dari langkah 3 ke langkah 1/).waitFor();

    const { flows } = await stored();
    expect(flows).toContainEqual(expect.objectContaining({ from: 's1a', to: 's2a', label: 'Ya' }));
    expect(flows).toContainEqual(expect.objectContaining({ from: 's3a', to: 's1a' }));
  });

  it('carries steps through the clipboard into another SOP, and into Excel as a table', async () => {
    await symbol(/^Langkah 2/).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const other = await makeProcedure(alur.api, { ...smallFile('Lain'), steps: [], flows: [] });
    await openProcedure(page, other);
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+v');
    await symbol(/^Langkah 3, Staf.*Mengarsipkan berkas/).waitFor();

    expect(text.split('\n').map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['No', 'Kegiatan', 'Pelaksana'],
      ['1', 'Menerima berkas', 'Staf'],
      ['2', 'Memeriksa berkas', 'Kasubbag'],
      ['3', 'Mengarsipkan berkas', 'Staf'],
    ]);
    id = other;
    const pasted = await stored();
    expect(pasted.steps).toHaveLength(3);
    expect(pasted.flows).toHaveLength(2);
  });

  it('replaces a word in every text, and one undo takes all of it back', async () => {
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: 'Cari di seluruh SOP' }).fill('berkas');
    await page.getByRole('textbox', { name: 'Ganti dengan' }).fill('surat');
    await page.getByRole('button', { name: 'Ganti semua' }).click();
    await symbol(/^Langkah 3, .*Mengarsipkan surat/).waitFor();
    const replaced = await stored();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Urungkan: ganti 3 teks' }).click();
    await symbol(/^Langkah 3, .*Mengarsipkan berkas/).waitFor();

    expect(replaced.steps.map(({ activity }) => activity)).toEqual([
      'Menerima surat',
      'Memeriksa surat',
      'Mengarsipkan surat',
    ]);
    expect((await stored()).steps[0]?.activity).toBe('Menerima berkas');
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
