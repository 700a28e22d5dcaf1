import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCode } from '#tests/support/totp.ts';
import { makeAccount } from './support/api.ts';
import { findProblems } from './support/axe.ts';
import { openBrowser, openDevice, signIn } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { type Account, admin, type Product, startProduct } from './support/product.ts';

describe('two-step verification', () => {
  const alur = openAlur();

  /** The first step of signing in, on a phone. */
  async function beginSignIn(account: Account): Promise<Page> {
    const page = await (await alur.openDevice({ width: 390, height: 844 })).newPage();
    await page.goto('/masuk');
    await page.getByLabel('Surel').fill(account.email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Masukkan kode' }).waitFor();
    return page;
  }

  const waitForList = (page: Page) =>
    page.getByRole('heading', { name: 'SOP', exact: true, level: 1 }).waitFor();

  it('is turned on by keyboard, asks for a code, takes a backup code once, and is turned off', async () => {
    const account = await makeAccount(alur.api, 'Dua Langkah');
    const elsewhere = await signIn(await alur.openDevice(), account);
    const device = await alur.openDevice();
    await device.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await signIn(device, account);
    await page.goto('/akun');

    await page.getByRole('button', { name: 'Aktifkan verifikasi dua langkah' }).click();
    await page.keyboard.type(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).waitFor();
    const secret = (await page.getByLabel('Kunci', { exact: true }).inputValue()).replaceAll(
      ' ',
      '',
    );
    expect(await findProblems(page)).toEqual([]);
    const field = page.getByLabel('Kode 6 angka');
    expect([
      await field.getAttribute('autocomplete'),
      await field.getAttribute('inputmode'),
    ]).toEqual(['one-time-code', 'numeric']);
    await field.fill('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Kode tidak cocok').waitFor();
    await field.fill(toCode(secret));
    await page.keyboard.press('Enter');
    const list = page.getByRole('list', { name: 'Kode cadangan' });
    await list.waitFor();
    expect(await findProblems(page)).toEqual([]);
    const codes = await list.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: 'Salin' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const code of codes) expect(copied).toContain(code);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('kode-cadangan-alur.txt');
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('Sesi Anda di perangkat lain telah berakhir.').waitFor();
    await elsewhere.reload();
    await elsewhere.getByLabel('Surel').waitFor();

    const phone = await beginSignIn(account);
    expect(await findProblems(phone)).toEqual([]);
    await phone.getByLabel('Kode 6 angka').fill('000000');
    await phone.keyboard.press('Enter');
    await phone.getByRole('alert').getByText('Kode tidak cocok').waitFor();
    await phone.getByLabel('Kode 6 angka').fill(toCode(secret, 1));
    await phone.keyboard.press('Enter');
    await waitForList(phone);

    const lost = await beginSignIn(account);
    await lost.getByRole('button', { name: 'Pakai kode cadangan' }).click();
    await lost.getByRole('textbox', { name: 'Kode cadangan' }).fill(codes[0] ?? '');
    await lost.getByRole('button', { name: 'Masuk' }).click();
    await waitForList(lost);
    const again = await beginSignIn(account);
    await again.getByRole('button', { name: 'Pakai kode cadangan' }).click();
    await again.getByRole('textbox', { name: 'Kode cadangan' }).fill(codes[0] ?? '');
    await again.getByRole('button', { name: 'Masuk' }).click();
    await again.getByRole('alert').getByText('Kode tidak cocok atau sudah dipakai').waitFor();

    // A window that was shown out finds the session that another one has.
    await page.goto('/masuk');
    await waitForList(page);
    await page.goto('/akun');
    await page.getByText('Tersisa 9 kode cadangan.').waitFor();
    await page.getByRole('button', { name: 'Nonaktifkan' }).click();
    await page.keyboard.type(account.password);
    await page.getByLabel('Kode 6 angka atau kode cadangan').fill(codes[1] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('Verifikasi dua langkah tidak aktif lagi.').waitFor();
    await signIn(await alur.openDevice(), account);
  });
});

describe('two-step verification that the office wants', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    const environment = { ALUR_SECOND_FACTOR: 'administrators' };
    [product, browser] = await Promise.all([startProduct({ environment }), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  it('is set up on a phone before the list of SOPs is shown', async () => {
    const device = await openDevice(browser, product, { width: 390, height: 844 });
    const page = await device.newPage();
    await page.goto('/masuk');
    await page.getByLabel('Surel').fill(admin.email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(admin.password);
    await page.getByRole('button', { name: 'Masuk' }).click();

    await page.getByRole('heading', { name: 'Aktifkan verifikasi dua langkah' }).waitFor();
    await page.getByLabel('Kata sandi Anda').fill(admin.password);
    await page.getByRole('button', { name: 'Lanjut' }).click();
    const key = page.getByLabel('Kunci', { exact: true });
    const secret = (await key.inputValue()).replaceAll(' ', '');
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(await findProblems(page)).toEqual([]);
    await page.getByLabel('Kode 6 angka').fill(toCode(secret));
    await page.getByRole('button', { name: 'Aktifkan', exact: true }).click();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();

    await page.getByRole('heading', { name: 'SOP', exact: true, level: 1 }).waitFor();
    // Nothing sticks out of the screen.
    expect(scrollWidth).toBe(390);
  });
});
