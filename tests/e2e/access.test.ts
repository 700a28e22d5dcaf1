import { describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { smallFile } from './support/samples.ts';

describe('access', () => {
  const alur = openAlur();

  it('needs the right password, and says so kindly', async () => {
    const page = await (await alur.openDevice()).newPage();

    await page.goto('/');
    await page.getByLabel('Surel').fill('sari@kpu.test');
    await page.getByLabel('Kata sandi', { exact: true }).fill('salah-sama-sekali');
    await page.getByRole('button', { name: 'Masuk' }).click();

    await page.getByRole('alert').getByText('Surel atau kata sandi tidak cocok').waitFor();
  });

  it('as a viewer shows the SOP and offers no tools', async () => {
    const viewer = await makeAccount(alur.api, 'Tono Pembaca');
    const id = await makeProcedure(alur.api, smallFile('Hanya Dibaca'));
    await share(alur.api, id, viewer, 'viewer');
    const page = await signIn(await alur.openDevice(), viewer);

    await page.goto(`/prosedur/${id}`);
    await page.getByRole('button', { name: /^Langkah 2, Kasubbag/ }).click();
    await page.keyboard.press('Delete');
    await page.getByText('Hanya baca').waitFor();

    expect(await page.getByRole('button', { name: 'Tambah langkah' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Langkah \d, / }).count()).toBe(3);
  });

  it('takes the tools from an editor who becomes a viewer, and gives them back', async () => {
    const editor = await makeAccount(alur.api, 'Eka Penyunting');
    const id = await makeProcedure(alur.api, smallFile('Berganti Peran'));
    await share(alur.api, id, editor, 'editor');
    const page = await signIn(await alur.openDevice(), editor);
    await openProcedure(page, id);
    const addStep = page.getByRole('button', { name: 'Tambah langkah' });
    await addStep.waitFor();

    await share(alur.api, id, editor, 'viewer');
    await page.getByText('Hanya baca').waitFor({ timeout: 1000 });
    expect(await addStep.count()).toBe(0);
    expect(await page.getByText('Menyimpan…').count()).toBe(0);

    await share(alur.api, id, editor, 'editor');
    await addStep.waitFor({ timeout: 1000 });
    await page.getByRole('textbox', { name: 'Judul SOP' }).fill('Kembali Menyunting');
    await waitUntilSaved(page);
  });

  it('taken while offline leaves the last edits on the device, as a file to take along', async () => {
    const editor = await makeAccount(alur.api, 'Luki Luring');
    const id = await makeProcedure(alur.api, smallFile('Sempat Luring'));
    await share(alur.api, id, editor, 'editor');
    const device = await alur.openDevice();
    const page = await signIn(device, editor);
    await openProcedure(page, id);

    await device.setOffline(true);
    await page.getByRole('textbox', { name: 'Judul SOP' }).fill('Ditulis Luring');
    await share(alur.api, id, editor, 'viewer');
    await device.setOffline(false);
    await page.getByText('Anda tidak dapat menyunting SOP ini lagi').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh salinan' }).click(),
    ]);
    await page.getByRole('button', { name: 'Buang perubahan itu' }).click();

    expect(file.suggestedFilename()).toBe('SOP Ditulis Luring.sop.json');
    await page.getByRole('heading', { name: 'Sempat Luring' }).waitFor();
  });

  it('ends with signing out, which leaves no copy of the SOP on the device', async () => {
    const id = await makeProcedure(alur.api, smallFile('Komputer Bersama'));
    const device = await alur.openDevice();
    const page = await signIn(device);
    await openProcedure(page, id);
    const copies = () => page.evaluate(async () => (await indexedDB.databases()).length);
    // The SOP and its suggestions.
    await expect.poll(copies).toBe(2);
    const lastSteps = () =>
      page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('history')));
    await page.getByRole('textbox', { name: 'Judul SOP' }).fill('Komputer Siapa Saja');
    await waitUntilSaved(page);
    await expect.poll(lastSteps).toContainEqual(expect.stringContaining(id));

    await page.getByRole('button', { name: 'Menu Administrator' }).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    await page.getByRole('button', { name: 'Masuk' }).waitFor();

    await expect.poll(copies).toBe(0);
    await expect.poll(lastSteps).toEqual([]);
  });

  it('to somebody else’s SOP is refused with a word what to do', async () => {
    const stranger = await makeAccount(alur.api, 'Wati Lain');
    const id = await makeProcedure(alur.api, smallFile('Bukan Untuk Semua'));
    const page = await signIn(await alur.openDevice(), stranger);

    await page.goto(`/prosedur/${id}`);

    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();
  });

  it('comes with a link, and goes with it', async () => {
    const guest = await makeAccount(alur.api, 'Gita Tamu');
    const id = await makeProcedure(alur.api, smallFile('Lewat Tautan'));
    const owner = await signIn(await alur.openDevice());
    await openProcedure(owner, id);
    await owner.getByRole('button', { name: 'Bagikan' }).click();
    await owner.getByRole('button', { name: 'Buat tautan' }).click();
    const link = await owner.getByLabel('Tautan baru').inputValue();

    const page = await signIn(await alur.openDevice(), guest);
    await page.goto(new URL(link).pathname);
    await page.getByRole('button', { name: /^Langkah 2, Kasubbag/ }).waitFor();
    await owner.getByRole('button', { name: 'Cabut tautan Pembaca' }).click();

    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();
    await page.goto(new URL(link).pathname);
    await page.getByText('Tautan tidak dapat dibuka').waitFor();
  });

  it('to an SOP that does not exist is told apart', async () => {
    const page = await signIn(await alur.openDevice());

    await page.goto('/prosedur/tidak-ada-di-sini');

    await page.getByText('SOP tidak ditemukan').waitFor();
  });

  it('lists, finds, duplicates, deletes and brings back', async () => {
    await makeProcedure(alur.api, smallFile('Penerimaan Tamu'));
    const page = await signIn(await alur.openDevice());

    await page.getByRole('searchbox').fill('tamu');
    await page.getByRole('button', { name: 'Tindakan untuk Penerimaan Tamu' }).click();
    await page.getByRole('menuitem', { name: 'Duplikat' }).click();
    await page.getByRole('link', { name: 'Penerimaan Tamu (salinan)' }).waitFor();
    await page.getByRole('button', { name: 'Tindakan untuk Penerimaan Tamu (salinan)' }).click();
    await page.getByRole('menuitem', { name: 'Hapus' }).click();
    await page
      .getByRole('link', { name: 'Penerimaan Tamu (salinan)' })
      .waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Urungkan' }).click();

    await page.getByRole('link', { name: 'Penerimaan Tamu (salinan)' }).waitFor();
  });
});
