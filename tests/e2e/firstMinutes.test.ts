import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openDevice, signIn, waitUntilSaved } from './support/browser.ts';
import { readPdfText } from './support/pdfText.ts';
import { type Product, startProduct } from './support/product.ts';

describe('the first minutes', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ hasAdmin: false }), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  it('lead from the printed link to a drawn SOP and its PDF', async () => {
    const link = /https?:\/\/\S+\/mulai\?\S+/.exec(product.output())?.[0] ?? '';
    const page = await (await openDevice(browser, product)).newPage();

    await page.goto(new URL(link).pathname + new URL(link).search);
    await page.getByLabel('Nama lengkap').fill('Rina Kasubbag');
    await page.getByLabel('Surel').fill('rina@kpu.test');
    await page.getByLabel('Kata sandi', { exact: true }).fill('sandi-yang-kuat');
    await page.getByRole('button', { name: 'Buat akun dan masuk' }).click();
    await page.getByRole('button', { name: 'SOP baru' }).click();
    await page.getByLabel('Judul SOP').fill('Pengelolaan Surat Masuk');
    await page.getByRole('button', { name: 'Buat', exact: true }).click();

    const hint = page.getByRole('region', { name: 'Petunjuk pertama' });
    await hint.getByText('ketik kegiatan pertama').waitFor();
    await page.getByRole('button', { name: /^Langkah 1, .*Mulai/ }).click();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Menerima surat dan mencatat agenda');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', {
        name: /^Langkah 2, .*Menerima surat dan mencatat agenda; ke langkah 3/,
      })
      .waitFor();
    await hint.waitFor({ state: 'hidden' });
    await waitUntilSaved(page);
    await page.getByRole('button', { name: 'Unduh' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^PDF/ }).click(),
    ]);

    expect(download.suggestedFilename()).toBe('SOP Pengelolaan Surat Masuk.pdf');
    const text = (await readPdfText(await readFile(await download.path()))).join(' ');
    expect(text).toContain('Pengelolaan Surat Masuk');
    expect(text).toContain('Menerima surat dan mencatat agenda');
  });

  it('begin with a template, for the office that was named, and explain every key', async () => {
    const page = await signIn(await openDevice(browser, product), {
      name: 'Rina Kasubbag',
      email: 'rina@kpu.test',
      password: 'sandi-yang-kuat',
    });

    await page.getByRole('button', { name: 'Templat', exact: true }).click();
    await page.getByRole('button', { name: 'Logistik', exact: true }).click();
    await page.getByRole('button', { name: /^Distribusi Logistik/ }).click();
    await page.getByLabel('Nama instansi dan unit kerja').fill('KPU Kota Contoh\nSekretariat');
    const question = page.getByRole('radiogroup', { name: /rutin/ });
    await question.getByRole('radio', { name: 'Tidak' }).check();
    await page.getByText('Anda tetap dapat membuat SOP.').waitFor();
    await page.getByRole('button', { name: 'Buat', exact: true }).click();
    await waitUntilSaved(page);
    await page.keyboard.press('F1');
    await page.getByLabel('Cari perintah atau tombol').fill('ctrl+k');

    expect(await page.getByRole('dialog').getByRole('definition').allInnerTexts()).toEqual([
      'Ctrl\nK',
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Tabel' }).click();
    await page.getByText('KPU Kota Contoh').first().waitFor();
  });

  it('end the life of the link with its first use', async () => {
    const link = new URL(/https?:\/\/\S+\/mulai\?\S+/.exec(product.output())?.[0] ?? '');
    const page = await (await openDevice(browser, product)).newPage();

    await page.goto(link.pathname + link.search);
    await page.getByLabel('Nama lengkap').fill('Orang Lain');
    await page.getByLabel('Surel').fill('lain@kpu.test');
    await page.getByLabel('Kata sandi', { exact: true }).fill('sandi-yang-kuat');
    await page.getByRole('button', { name: 'Buat akun dan masuk' }).click();

    await page.getByRole('alert').getByText('Tautan penyiapan ini tidak berlaku lagi').waitFor();
  });
});
