import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { smallFile } from './support/samples.ts';

describe('versions of an SOP', () => {
  const alur = openAlur();

  it('are saved, looked at, restored for everybody, and the restoring is undone', async () => {
    const account = await makeAccount(alur.api, 'Vina Versi');
    const id = await makeProcedure(alur.api, smallFile('Sebelum Rapat'));
    await share(alur.api, id, account, 'editor');
    const sari = await signIn(await alur.openDevice());
    const vina = await signIn(await alur.openDevice(), account);
    await Promise.all([openProcedure(sari, id), openProcedure(vina, id)]);

    await sari.getByRole('button', { name: 'Versi', exact: true }).click();
    await sari.getByLabel('Nama versi').fill('Bahan rapat');
    await sari.getByRole('button', { name: 'Simpan versi' }).click();
    await sari.getByRole('button', { name: 'Lihat Bahan rapat' }).waitFor();
    await sari.keyboard.press('Escape');
    await titleOf(sari).fill('Sesudah Rapat');
    await sari.getByRole('button', { name: /^Langkah 2, / }).click();
    await sari.keyboard.press('Delete');
    await waitUntilSaved(sari);

    await sari.getByRole('button', { name: 'Versi', exact: true }).click();
    await sari.getByRole('button', { name: 'Lihat Bahan rapat' }).click();
    const view = sari.getByRole('dialog', { name: 'Bahan rapat' });
    await view.getByText('SEBELUM RAPAT').first().waitFor();
    expect(await view.getByRole('textbox').count()).toBe(0);
    await view.getByRole('button', { name: 'Pulihkan versi ini' }).click();
    await sari.getByRole('button', { name: 'Pulihkan', exact: true }).click();
    await sari.getByText('Versi “Bahan rapat” dipulihkan.').waitFor();

    await expect.poll(() => titleOf(vina).inputValue()).toBe('Sebelum Rapat');
    expect(await stepsOf(vina)).toBe(3);
    await sari
      .getByRole('alert')
      .filter({ hasText: 'dipulihkan' })
      .getByRole('button', { name: 'Urungkan' })
      .click();
    await expect.poll(() => titleOf(vina).inputValue()).toBe('Sesudah Rapat');
    await expect.poll(() => stepsOf(vina)).toBe(2);
    const answer = await alur.api.send('GET', `/api/procedures/${id}/versions`);
    expect(await answer.json()).toMatchObject([
      { name: 'Sebelum memulihkan “Bahan rapat”' },
      { name: 'Bahan rapat' },
    ]);
  });

  it('are for reading to a reader', async () => {
    const account = await makeAccount(alur.api, 'Rama Pembaca');
    const id = await makeProcedure(alur.api, smallFile('Dibaca Saja'));
    await alur.api.send('POST', `/api/procedures/${id}/versions`, { name: 'Naskah pertama' });
    await share(alur.api, id, account, 'viewer');
    const page = await signIn(await alur.openDevice(), account);
    await page.goto(`/prosedur/${id}`);

    await page.getByRole('button', { name: 'Versi', exact: true }).click();
    await page.getByRole('button', { name: 'Lihat Naskah pertama' }).waitFor();
    expect(await page.getByRole('button', { name: 'Simpan versi' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Lihat Naskah pertama' }).click();
    await page.getByText('DIBACA SAJA').first().waitFor();

    expect(await page.getByRole('button', { name: 'Pulihkan versi ini' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Kembali ke daftar versi' }).click();
    await page.getByRole('link', { name: 'Bandingkan Naskah pertama dengan' }).click();
    await page.getByText('Tidak ada perbedaan.').waitFor();
  });
});

function titleOf(page: Page) {
  return page.getByRole('textbox', { name: 'Judul SOP' });
}

function stepsOf(page: Page): Promise<number> {
  return page.getByRole('button', { name: /^Langkah \d+, / }).count();
}
