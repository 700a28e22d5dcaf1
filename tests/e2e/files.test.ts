import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page, Request } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { makeProcedure } from './support/api.ts';
import { openProcedure, signIn } from './support/browser.ts';
import { readCopiedPicture } from './support/clipboard.ts';
import { openAlur } from './support/openAlur.ts';
import { readPdfText } from './support/pdfText.ts';
import { readSample, smallFile } from './support/samples.ts';

interface Downloaded {
  readonly name: string;
  readonly bytes: Buffer;
}

describe('files', () => {
  const alur = openAlur();
  let page: Page;
  let procedureId: string;
  const sample = readSample('permohonan-informasi-publik');

  beforeAll(async () => {
    page = await signIn(await alur.openDevice());
    procedureId = await makeProcedure(alur.api, sample);
  });

  async function download(item: RegExp): Promise<Downloaded> {
    await page.getByRole('button', { name: 'Unduh' }).click();
    return take(() => page.getByRole('menuitem', { name: item }).click());
  }

  async function downloadPictures(choose: (dialog: Locator) => Promise<void>): Promise<Downloaded> {
    await page.getByRole('button', { name: 'Unduh' }).click();
    await page.getByRole('menuitem', { name: /^Gambar/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Unduh gambar' });
    await choose(dialog);
    return take(() => dialog.getByRole('button', { name: 'Unduh' }).click());
  }

  async function take(click: () => Promise<void>): Promise<Downloaded> {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await pathOf(file)) };
  }

  describe('to take home', () => {
    beforeAll(() => openProcedure(page, procedureId));

    it('are a PDF with every page of the table', async () => {
      const { name, bytes } = await download(/^PDF/);

      const pages = await readPdfText(bytes);
      expect(name).toBe('SOP Pelayanan Permohonan Informasi Publik.pdf');
      expect(pages.at(-1)).toContain(`Halaman ${pages.length} dari ${pages.length}`);
      for (const text of pages.slice(1)) expect(text).toContain('Mutu Baku');
    });

    it('are a PDF for the archive, written by the browser itself', async () => {
      const { bytes } = await download(/PDF\/A/);

      const file = bytes.toString('latin1');
      expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(file).toContain('/OutputIntents');
    });

    it('are the very same document as JSON', async () => {
      const { name, bytes } = await download(/sop\.json/);

      expect(name).toBe('SOP Pelayanan Permohonan Informasi Publik.sop.json');
      expect(JSON.parse(bytes.toString())).toEqual(sample);
    });

    it('are BPMN that comes back as the very same document', async () => {
      const { name, bytes } = await download(/^BPMN/);
      const answer = await alur.api.sendFile('/api/import?filename=kembali.bpmn', bytes);
      const { id } = (await answer.json()) as { id: string };
      const file = await alur.api.send('GET', `/api/procedures/${id}`);

      expect(name).toBe('SOP Pelayanan Permohonan Informasi Publik.bpmn');
      expect(await file.json()).toEqual(sample);
    });

    it('are pictures of all pages, or of one in a chosen size', async () => {
      const all = await downloadPictures(async () => {});
      const one = await downloadPictures(async (dialog) => {
        await dialog.getByLabel('Halaman').selectOption('Halaman 2');
        await dialog.getByText('1×', { exact: true }).click();
      });

      expect(all.name).toBe('SOP Pelayanan Permohonan Informasi Publik.png.zip');
      expect(one.name).toBe('SOP Pelayanan Permohonan Informasi Publik - halaman 2.png');
      expect([one.bytes.readUInt32BE(16), one.bytes.readUInt32BE(20)]).toEqual([842, 595]);
    });

    it('say the same as the files of the server', async () => {
      const { bytes } = await download(/^PDF/);
      const answer = await alur.api.send('GET', `/api/procedures/${procedureId}/export/pdf`);

      const mine = await readPdfText(bytes);
      expect(mine.join('\n').length).toBeGreaterThan(1000);
      expect(mine).toEqual(await readPdfText(new Uint8Array(await answer.arrayBuffer())));
    });

    it('are there without the network, with what only this browser knows', async () => {
      const needed = [/exportWorker/, /renderPdf/, /Arimo-Regular\.ttf/, /Arimo-Bold\.ttf/];
      const loaded = needed.map((url) => page.waitForEvent('requestfinished', withUrl(url)));
      await page.goto(`/prosedur/${procedureId}?tampilan=identitas`);
      await Promise.all(loaded);
      await page.context().setOffline(true);
      await page.getByLabel('Nama SOP', { exact: true }).fill('Pelayanan Tanpa Jaringan');

      const { name, bytes } = await download(/^PDF/);

      expect(name).toBe('SOP Pelayanan Tanpa Jaringan.pdf');
      expect((await readPdfText(bytes))[0]).toContain('Pelayanan Tanpa Jaringan');
      await page.context().setOffline(false);
    });
  });

  it('are what Ctrl+P prints', async () => {
    const device = await alur.openDevice();
    const printed: string[] = [];
    await device.exposeFunction('reportPrinted', (what: string) => printed.push(what));
    // Chromium without a window has no print dialog.
    await device.addInitScript(
      "window.print = () => reportPrinted(document.contentType + ' ' + location.protocol)",
    );
    const printing = await signIn(device);
    await openProcedure(printing, procedureId, 'tabel');

    await printing.keyboard.press('Control+P');

    await eventually(() => expect(printed).toEqual(['application/pdf blob:']));
    await device.close();
  });

  describe('for the clipboard', () => {
    beforeAll(async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    });

    it('are a page of the table as it is printed', async () => {
      await openProcedure(page, procedureId, 'tabel');
      await page.getByRole('button', { name: 'Salin halaman sebagai gambar' }).click();
      await page.getByText(/^Gambar disalin/).waitFor();

      expect(await readCopiedPicture(page)).toMatchObject({ width: 2526, height: 1786 });
    });

    it('are the whole chart, or the selected symbols', async () => {
      await openProcedure(page, procedureId, 'kanvas');
      await page.getByRole('button', { name: /^Langkah 3, / }).click();
      await page.keyboard.press('Control+Shift+C');
      await page.getByText(/^Gambar disalin/).waitFor();
      const symbol = await readCopiedPicture(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+C');
      await page
        .getByText(/^Gambar disalin/)
        .nth(1)
        .waitFor();
      const whole = await readCopiedPicture(page);

      expect(symbol.height).toBeLessThan(600);
      expect(whole.height).toBeGreaterThan(3000);
      expect(whole.inkCount).toBeGreaterThan(10 * symbol.inkCount);
    });
  });

  describe('that cannot be read', () => {
    const bad: readonly (readonly [string, string, RegExp])[] = [
      ['rusak.sop.json', '{"format": "alur.sop", ', /baris 1, kolom 24: Isinya bukan JSON/],
      [
        'pelaksana.sop.json',
        JSON.stringify(smallFile('x')).replace('"actor":"kasubbag"', '"actor":"tidak-ada"'),
        /steps\[1\]\.symbols\[0\]\.actor/,
      ],
      ['gambar.png', 'bukan berkas SOP', /tidak dapat dibaca|belum didukung/],
    ];

    it.each(bad)('are named with the place: %s', async (name, content, place) => {
      await page.goto('/');
      await page.getByLabel('Pilih berkas untuk diimpor').setInputFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content),
      });

      const report = page.getByRole('dialog');
      await report.getByText(`“${name}” tidak dapat diimpor`).waitFor();
      expect(await report.textContent()).toMatch(place);
      await page.keyboard.press('Escape');
    });
  });

  it('of another person open as an SOP when imported from the list', async () => {
    await page.goto('/');
    await page.getByLabel('Pilih berkas untuk diimpor').setInputFiles({
      name: 'kecil.sop.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(smallFile('Titipan Kantor Lain'))),
    });

    await page.getByRole('button', { name: /^Langkah 2, Kasubbag/ }).waitFor();
  });
});

/** A condition on a request of a page. */
function withUrl(url: RegExp): (request: Request) => boolean {
  return (request) => url.test(request.url());
}

async function pathOf(download: Download): Promise<string> {
  const failure = await download.failure();
  if (failure) throw new RangeError(failure);
  return download.path();
}
