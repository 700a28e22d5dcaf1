import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share, signInByApi, unshare } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openCrashableBrowser } from './support/crashableBrowser.ts';
import { openAlur } from './support/openAlur.ts';
import { smallFile } from './support/samples.ts';

describe('edits that the server does not have', () => {
  const alur = openAlur();

  it('can be taken along when the access went while they were written', async () => {
    const { id, device, page } = await openAsEditor('Hilang Akses', 'Hana Hilang');
    await device.setOffline(true);
    await titleOf(page).fill('Kata Terakhir');

    await unshare(alur.api, id, 'hana.hilang@kpu.test');
    await device.setOffline(false);
    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();
    const file = await download(page);

    expect(file.name).toBe('SOP Kata Terakhir.sop.json');
    expect(file.title).toBe('Kata Terakhir');
    await page.getByRole('button', { name: 'Buang perubahan itu' }).click();
    await page.getByRole('button', { name: 'Unduh salinan' }).waitFor({ state: 'detached' });
    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();
  });

  it('can be taken along when the link ended through which they were written', async () => {
    const account = await makeAccount(alur.api, 'Lina Lewat');
    const id = await makeProcedure(alur.api, smallFile('Lewat Tautan'));
    const made = await alur.api.send('POST', `/api/procedures/${id}/links`, {
      role: 'editor',
      expiresInHours: 1,
    });
    const link = (await made.json()) as { readonly id: string; readonly url: string };
    const device = await alur.openDevice();
    const page = await signIn(device, account);
    await page.goto(new URL(link.url).pathname);
    await waitUntilSaved(page);
    await device.setOffline(true);
    await titleOf(page).fill('Lewat Tautan, Selesai');

    await alur.api.send('DELETE', `/api/procedures/${id}/links/${link.id}`);
    await device.setOffline(false);
    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();

    expect((await download(page)).title).toBe('Lewat Tautan, Selesai');
  });

  it('can be taken along by whoever comes back when the SOP is gone', async () => {
    const { id, device, page } = await openAsEditor('Segera Dihapus', 'Damar Datang');
    await device.setOffline(true);
    await titleOf(page).fill('Sempat Ditulis');
    await page.goto('about:blank');
    await alur.api.send('DELETE', `/api/procedures/${id}`);
    await device.setOffline(false);

    await page.goto('/');
    await page.getByRole('link', { name: 'SOP yang tidak dapat Anda buka lagi' }).click();
    await page.getByText('SOP tidak ditemukan').waitFor();
    const file = await download(page);

    expect(file.title).toBe('Sempat Ditulis');
    await page.getByRole('button', { name: 'Buang perubahan itu' }).click();
    await page.reload();
    await page.getByText('SOP tidak ditemukan').waitFor();
    expect(await page.getByRole('button', { name: 'Unduh salinan' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Kembali ke daftar SOP' }).click();
    await page.getByRole('heading', { name: 'SOP', exact: true }).waitFor();
    expect(await page.getByText('Ada perubahan yang belum terkirim').count()).toBe(0);
  });

  it('can be taken along as a text by whoever may suggest no more', async () => {
    const account = await makeAccount(alur.api, 'Sekar Saran');
    const id = await makeProcedure(alur.api, smallFile('Tak Dibagikan Lagi'));
    await share(alur.api, id, account, 'commenter');
    const device = await alur.openDevice();
    const page = await signIn(device, account);
    await page.goto(`/prosedur/${id}?tampilan=kanvas`);
    await page.getByRole('button', { name: /^Langkah 2, / }).click();
    await page.getByRole('button', { name: /^Saran Langkah 2/ }).click();
    const text = page.getByRole('textbox', { name: 'Isi saran' });
    await device.setOffline(true);
    await text.fill('Cukup satu jam');
    await page.getByRole('button', { name: 'Usulkan perubahan' }).click();
    await page.getByRole('textbox', { name: 'Waktu' }).fill('1 jam');
    await text.press('Enter');
    await page.getByText('belum terkirim', { exact: true }).waitFor();

    await unshare(alur.api, id, 'sekar.saran@kpu.test');
    await device.setOffline(false);
    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();
    await page.getByText('Saran Anda masih ada di perangkat ini').waitFor();
    await page.goto('/');
    await page.getByRole('link', { name: 'SOP yang tidak dapat Anda buka lagi' }).click();
    await page.getByText('Saran Anda masih ada di perangkat ini').waitFor();
    const file = await downloadBy(page, 'Unduh saran');

    expect(file.name).toBe('SOP saran belum terkirim.txt');
    expect(file.text.split('\r\n')).toEqual([
      'Saran yang belum terkirim',
      '',
      '1. Langkah 2 · Simbol (Memeriksa berkas)',
      expect.stringMatching(/^Sekar Saran, \d+ \w+, \d\d\.\d\d$/),
      'Cukup satu jam',
      '- Waktu: 1 jam',
      '',
    ]);
    await page.getByRole('button', { name: 'Buang saran itu' }).click();
    await page.getByRole('link', { name: 'Kembali ke daftar SOP' }).click();
    await page.getByRole('heading', { name: 'SOP', exact: true }).waitFor();
    expect(await page.getByText('Ada perubahan yang belum terkirim').count()).toBe(0);
  });

  it('are not offered where there are none', async () => {
    const { id, page } = await openAsEditor('Tersimpan Semua', 'Tika Tersimpan');
    await titleOf(page).fill('Sudah di Server');
    await waitUntilSaved(page);

    await unshare(alur.api, id, 'tika.tersimpan@kpu.test');
    await page.getByText('Anda tidak memiliki akses ke SOP ini').waitFor();

    expect(await page.getByRole('button', { name: 'Unduh salinan' }).count()).toBe(0);
  });

  it('outlive a crash of the browser while the server is down', async () => {
    const id = await makeProcedure(alur.api, smallFile('Sebelum Padam'));
    const crashable = await openCrashableBrowser(alur.product);
    const page = await signIn(await crashable.start());
    await openDrawing(page, id);
    await alur.product.kill();
    await titleOf(page).fill('Ditulis Tanpa Server');
    await page.getByRole('button', { name: /^Langkah 2, / }).click();
    await page.keyboard.press('Delete');
    await page.getByText('Luring – perubahan disimpan di perangkat ini').waitFor();
    expect(await isAskedBeforeClosing(page)).toBe(true);

    await crashable.crash();
    await alur.product.restart();
    // A browser writes its cookies seldom: who signed in a moment ago may have to do so again.
    const again = await signIn(await crashable.start());
    await openProcedure(again, id);

    await again.getByText('2 perubahan Anda digabungkan.').waitFor();
    expect(await isAskedBeforeClosing(again)).toBe(false);
    const answer = await (await signInByApi(alur.product)).send('GET', `/api/procedures/${id}`);
    expect(await answer.json()).toMatchObject({
      identity: { title: 'Ditulis Tanpa Server' },
      steps: [{ id: 's1' }, { id: 's3' }],
    });
    await crashable.close();
  });

  it('pass between two windows of one person without the server', async () => {
    const id = await makeProcedure(alur.api, smallFile('Dua Jendela'));
    const device = await alur.openDevice();
    const left = await signIn(device);
    const right = await device.newPage();
    await Promise.all([left, right].map((page) => openDrawing(page, id)));
    expect(await left.getByRole('group', { name: 'Yang sedang membuka' }).count()).toBe(0);

    await alur.product.kill();
    await titleOf(left).fill('Ditulis di Kiri');
    await expect.poll(() => titleOf(right).inputValue()).toBe('Ditulis di Kiri');
    await right.getByRole('button', { name: /^Langkah 2, / }).click();
    await right.keyboard.press('Delete');
    await left.getByRole('button', { name: /^Langkah 3, / }).waitFor({ state: 'detached' });
    await alur.product.restart();
    await Promise.all([waitUntilSaved(left), waitUntilSaved(right)]);

    const answer = await (await signInByApi(alur.product)).send('GET', `/api/procedures/${id}`);
    expect(await answer.json()).toMatchObject({
      identity: { title: 'Ditulis di Kiri' },
      steps: [{ id: 's1' }, { id: 's3' }],
    });
  });

  it('stay while a newer page is offered, and go out after the reload', async () => {
    const id = await makeProcedure(alur.api, smallFile('Halaman Lama'));
    const device = await alur.openDevice();
    const page = await signIn(device);
    await openDrawing(page, id);
    // The server is made new while the person goes on writing: it has another page and another protocol.
    await page.route(`${alur.product.url}/`, async (route) => {
      const answer = await route.fetch();
      const newer = (await answer.text()).replace(/\/assets\/start-[^"]+\.js/, '/assets/newer.js');
      await route.fulfill({ response: answer, body: newer });
    });
    await alur.product.kill();
    await titleOf(page).fill('Tetap Tersimpan');
    await alur.product.restart();

    const offer = page.getByText('Versi baru Alur tersedia.');
    await offer.waitFor();
    expect(await titleOf(page).inputValue()).toBe('Tetap Tersimpan');
    await page.unroute(`${alur.product.url}/`);
    await page.getByRole('button', { name: 'Muat ulang' }).click();
    await offer.waitFor({ state: 'detached' });
    await waitUntilSaved(page);

    expect(await titleOf(page).inputValue()).toBe('Tetap Tersimpan');
  });

  /** With all that it needs, before the server goes. */
  async function openDrawing(page: Page, id: string): Promise<void> {
    await openProcedure(page, id);
    await page.getByRole('button', { name: /^Langkah 2, / }).waitFor();
  }

  async function openAsEditor(
    title: string,
    name: string,
  ): Promise<{ readonly id: string; readonly device: BrowserContext; readonly page: Page }> {
    const account = await makeAccount(alur.api, name);
    const id = await makeProcedure(alur.api, smallFile(title));
    await share(alur.api, id, account, 'editor');
    const device = await alur.openDevice();
    const page = await signIn(device, account);
    await openProcedure(page, id);
    return { id, device, page };
  }
});

function titleOf(page: Page) {
  return page.getByRole('textbox', { name: 'Judul SOP' });
}

async function download(page: Page): Promise<{ readonly name: string; readonly title: unknown }> {
  const { name, text } = await downloadBy(page, 'Unduh salinan');
  return { name, title: JSON.parse(text).identity.title };
}

async function downloadBy(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Whether closing the page would be asked about now. */
function isAskedBeforeClosing(page: Page): Promise<boolean> {
  return page.evaluate(
    () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  );
}
