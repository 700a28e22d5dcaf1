import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { findProblems } from './support/axe.ts';
import { openProcedure, signIn } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { readSample } from './support/samples.ts';

describe('accessibility', () => {
  const alur = openAlur();
  let page: Page;
  let id: string;

  beforeAll(async () => {
    id = await makeProcedure(alur.api, readSample('permohonan-informasi-publik'));
    page = await signIn(await alur.openDevice());
  });

  it('has nothing serious on the pages around the editor, in light and dark', async () => {
    expect(await findProblems(page)).toEqual([]);
    await page.goto('/akun');
    await page.getByRole('heading', { name: 'Akun saya', level: 1 }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.goto('/pengguna');
    await page.getByRole('heading', { name: 'Pengguna', level: 1 }).waitFor();
    expect(await findProblems(page)).toEqual([]);

    const stranger = await (await alur.openDevice()).newPage();
    await stranger.goto('/masuk');
    await stranger.getByLabel('Surel').waitFor();
    expect(await findProblems(stranger)).toEqual([]);
    await stranger.context().close();
  });

  it('has nothing serious in the views and dialogs of the editor, in light and dark', async () => {
    await openProcedure(page, id, 'kanvas');
    await page.getByRole('button', { name: /^Langkah 3, / }).waitFor();
    expect(await findProblems(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Tabel' }).click();
    await page.getByRole('gridcell', { name: /^Langkah 3, .*: proses/ }).click();
    await page.getByRole('dialog', { name: /^Simbol langkah 3/ }).waitFor();
    expect(await findProblems(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Identitas' }).click();
    await page.getByRole('heading', { name: 'Dasar hukum' }).waitFor();
    expect(await findProblems(page)).toEqual([]);

    await page.getByRole('tab', { name: 'BPMN' }).click();
    await page.getByRole('group', { name: /^Diagram BPMN/ }).waitFor();
    expect(await findProblems(page)).toEqual([]);

    for (const [button, dialog] of [
      ['Bagikan', /^Bagikan/],
      ['Versi', /^Versi/],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('dialog', { name: dialog }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('says a row with its actor, its symbol and where it leads', async () => {
    await openProcedure(page, id, 'tabel');

    const name =
      'Langkah 2, Petugas Desk Pelayanan, keputusan, Ya ke langkah 3, Tidak ke langkah 1';
    await page.getByRole('rowheader', { name, exact: true }).waitFor();
  });

  it('needs no sideways scrolling at 200 %', async () => {
    await page.setViewportSize({ width: 720, height: 450 });
    for (const view of ['kanvas', 'tabel', 'identitas']) {
      await openProcedure(page, id, view);
      await page.getByRole('tab', { name: 'Tabel' }).waitFor();
      expect(await isTooWide(page)).toBe(false);
    }
  });
});

async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}
