import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { readPdfText } from './support/pdfText.ts';
import { smallFile } from './support/samples.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const logo = `data:image/svg+xml;base64,${btoa(drawing)}`;

describe('page settings', () => {
  const alur = openAlur();
  let page: Page;
  let id: string;

  beforeAll(async () => {
    page = await signIn(await alur.openDevice());
    id = await makeProcedure(alur.api, smallFile('Uji Halaman'));
    await openProcedure(page, id, 'tabel');
  });

  async function readStored(): Promise<object> {
    return (await alur.api.send('GET', `/api/procedures/${id}`)).json();
  }

  it('and the logo are stored with the SOP and print on every device', async () => {
    await page.getByRole('button', { name: 'Pengaturan halaman' }).click();
    await page.getByRole('combobox', { name: 'Ukuran kertas' }).selectOption('f4');
    await page.getByRole('switch', { name: 'Halaman judul' }).click();
    await page.getByRole('switch', { name: /^Halaman keputusan/ }).click();
    const picture = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) };
    await page.getByLabel('Berkas logo').setInputFiles(picture);
    await page.getByRole('button', { name: 'Tindakan untuk logo' }).first().waitFor();
    await waitUntilSaved(page);

    expect(await readStored()).toMatchObject({
      identity: { logo },
      settings: { paper: 'f4', cover: true, decreePage: true },
    });
    const pdf = await alur.api.send('GET', `/api/procedures/${id}/export/pdf`);
    const pages = await readPdfText(new Uint8Array(await pdf.arrayBuffer()));
    expect(pages[0]).toContain('STANDAR OPERASIONAL PROSEDUR');
    expect(pages[1]).toContain('MEMUTUSKAN');
    expect(pages[2]).toContain(`Halaman 3 dari ${pages.length}`);
  });

  it('tell whoever takes a draft home, and let them take it clean', async () => {
    const print = async () => {
      const [taken] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /^PDF/ }).click(),
      ]);
      return (await readPdfText(await readFile(await taken.path()))).join(' ');
    };

    await page.getByRole('button', { name: 'Unduh' }).click();
    await page.getByText('Sekarang halaman bertanda DRAF.').first().waitFor();
    expect(await print()).toContain('DRAF');

    await page.getByRole('button', { name: 'Unduh' }).click();
    await page.getByRole('menuitem', { name: 'Cetak tanpa tanda DRAF' }).click();
    expect(await print()).not.toContain('DRAF');
  });

  it('refuses a file whose logo does more than draw', async () => {
    const hostile = drawing.replace('<path', '<script>alert(1)</script><path');
    const file = JSON.stringify({ ...(await readStored()), format: 'alur.sop', version: 1 });

    await expect(
      alur.api.send(
        'POST',
        '/api/procedures',
        JSON.parse(file.replace(btoa(drawing), btoa(hostile))),
      ),
    ).rejects.toThrow(/identity\.logo/);
  });
});
