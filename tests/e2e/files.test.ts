import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, makeProcedure, signInByApi } from './support/api.ts';
import { openBrowser, openDevice, openProcedure, signIn } from './support/browser.ts';
import { readPdfText } from './support/pdfText.ts';
import { type Product, startProduct } from './support/product.ts';
import { readSample, smallFile } from './support/samples.ts';

describe('files', () => {
  let product: Product;
  let browser: Browser;
  let api: Api;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    api = await signInByApi(product);
    page = await signIn(await openDevice(browser, product));
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  async function download(item: RegExp): Promise<{ name: string; bytes: Buffer }> {
    await page.getByRole('button', { name: 'Unduh' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await pathOf(file)) };
  }

  describe('to take home', () => {
    const sample = readSample('permohonan-informasi-publik');

    beforeAll(async () => {
      await openProcedure(page, await makeProcedure(api, sample));
    });

    it('are a PDF with every page of the table', async () => {
      const { name, bytes } = await download(/^PDF/);

      const pages = await readPdfText(bytes);
      expect(name).toBe('SOP Pelayanan Permohonan Informasi Publik.pdf');
      expect(pages.at(-1)).toContain(`Halaman ${pages.length} dari ${pages.length}`);
      for (const text of pages.slice(1)) expect(text).toContain('Mutu Baku');
    });

    it('are the very same document as JSON', async () => {
      const { name, bytes } = await download(/sop\.json/);

      expect(name).toBe('SOP Pelayanan Permohonan Informasi Publik.sop.json');
      expect(JSON.parse(bytes.toString())).toEqual(sample);
    });

    it('are BPMN that comes back as the very same document', async () => {
      const { name, bytes } = await download(/^BPMN/);
      const answer = await api.sendFile('/api/import?filename=kembali.bpmn', bytes);
      const { id } = (await answer.json()) as { id: string };
      const file = await api.send('GET', `/api/procedures/${id}`);

      expect(name).toBe('SOP Pelayanan Permohonan Informasi Publik.bpmn');
      expect(await file.json()).toEqual(sample);
    });

    it('are pictures: SVG and PNG', async () => {
      const svg = await download(/^SVG/);
      const png = await download(/^PNG/);

      expect(svg.name).toMatch(/^SOP Pelayanan Permohonan Informasi Publik.*\.(svg|zip)$/);
      expect(png.bytes.length).toBeGreaterThan(10_000);
    });
  });

  describe('that cannot be read', () => {
    const bad: readonly (readonly [string, string, RegExp])[] = [
      ['rusak.sop.json', '{"format": "alur.sop", ', /line 1/],
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

  it('of another person are imported from the list and open as an SOP', async () => {
    await page.goto('/');
    await page.getByLabel('Pilih berkas untuk diimpor').setInputFiles({
      name: 'kecil.sop.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(smallFile('Titipan Kantor Lain'))),
    });
    await page.getByRole('dialog').getByRole('link', { name: 'Buka SOP' }).click();

    await page.getByRole('button', { name: /^Langkah 2, Kasubbag/ }).waitFor();
  });
});

async function pathOf(download: Download): Promise<string> {
  const failure = await download.failure();
  if (failure) throw new RangeError(failure);
  return download.path();
}
