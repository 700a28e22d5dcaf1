import type { Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { readSample, smallFile } from './support/samples.ts';

interface StoredFile {
  readonly identity: { readonly title: string; readonly effectiveOn: string | null };
  readonly steps: readonly {
    readonly activity: string;
    readonly requirements: string;
    readonly duration: string;
  }[];
}

describe('the printed table', () => {
  const alur = openAlur();
  let page: Page;
  let id: string;

  beforeAll(async () => {
    page = await signIn(await alur.openDevice());
  });

  beforeEach(async () => {
    id = await makeProcedure(alur.api, smallFile('Uji Tabel'));
  });

  async function stored(): Promise<StoredFile> {
    await waitUntilSaved(page);
    return (await alur.api.send('GET', `/api/procedures/${id}`)).json() as Promise<StoredFile>;
  }

  it('is typed in where it is read, cell after cell', async () => {
    await openProcedure(page, id, 'tabel');
    await page.getByRole('gridcell', { name: 'Langkah 2, Kelengkapan' }).click();
    await page.keyboard.type('Berkas permohonan');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: 'Langkah 2, Waktu' }).waitFor();
    await page.keyboard.type('30 menit');
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: 'Langkah 2, Waktu: 30 menit' }).waitFor();

    const step = (await stored()).steps[1];
    expect([step?.requirements, step?.duration]).toEqual(['Berkas permohonan', '30 menit']);
  });

  it('shows what is looked for, wherever it is printed', async () => {
    id = await makeProcedure(alur.api, readSample('pemutakhiran-data-pemilih'));
    await openProcedure(page, id, 'kanvas');
    await page.keyboard.press('Control+f');
    const field = page.getByRole('textbox', { name: 'Cari di seluruh SOP' });
    await field.fill('salinan dpt');
    await page.getByText('4 tempat').waitFor();

    // Output of a step on the last page: only the table prints it.
    await field.press('Shift+Enter');
    const tab = page.getByRole('tab', { name: 'Tabel' });
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => isMarkInView(page)).toBe(true);

    await field.fill('Sidalih');
    await field.press('Shift+Enter');
    await expect.poll(() => isMarkInView(page)).toBe(true);
    expect(await tab.getAttribute('aria-selected')).toBe('true');
  });

  it('grows by its button', async () => {
    await openProcedure(page, id, 'tabel');
    await page.getByRole('button', { name: 'Tambah langkah', exact: true }).click();
    await page.keyboard.type('Melaporkan hasil');
    await page.keyboard.press('Escape');

    expect((await stored()).steps).toHaveLength(4);
  });

  it('follows the canvas beside it and the identity form', async () => {
    await openProcedure(page, id, 'belah');
    await page.getByRole('button', { name: /^Langkah 2, Kasubbag, proses/ }).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Meneliti berkas');
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: 'Langkah 2, Kegiatan: Meneliti berkas' }).waitFor();

    await page.getByRole('tab', { name: 'Identitas' }).click();
    await page.getByRole('textbox', { name: 'Tanggal efektif' }).fill('2 Juni 2026');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Tabel' }).click();

    await page.getByRole('gridcell', { name: 'Tanggal efektif: 2 Juni 2026' }).waitFor();
    expect((await stored()).identity.effectiveOn).toBe('2026-06-02');
  });

  it('is the same procedure as BPMN, without a warning', async () => {
    await openProcedure(page, id, 'bpmn');

    const diagram = page.getByRole('group', { name: /^Diagram BPMN Uji Tabel/ });
    await diagram.waitFor();
    await expect.poll(() => diagram.getAttribute('data-warnings')).toBe('0');
  });
});

/** Whether the mark of the place that was gone to is seen, below the search. */
async function isMarkInView(page: Page): Promise<boolean> {
  const mark = await page.locator('.tableFound [data-current]').first().boundingBox();
  const search = await page.getByRole('search', { name: 'Cari dan ganti' }).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  if (!mark || !search) return false;
  return mark.y > search.y + search.height && mark.y + mark.height < height;
}
