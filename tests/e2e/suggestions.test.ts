import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, makeAccount, makeProcedure, share, signInByApi } from './support/api.ts';
import {
  openBrowser,
  openDevice,
  openProcedure,
  signIn,
  waitUntilSaved,
} from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';
import { smallFile } from './support/samples.ts';

const phone = { width: 390, height: 844 };

describe('suggestions about an SOP', () => {
  let product: Product;
  let browser: Browser;
  let api: Api;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    api = await signInByApi(product);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  it('come from a phone, are applied and accepted by an editor, and both see it', async () => {
    const account = await makeAccount(api, 'Dewi Peserta');
    const id = await makeProcedure(api, smallFile('Bahan Rapat'));
    await share(api, id, account, 'commenter');
    const dewi = await signIn(await openDevice(browser, product, phone), account);
    const sari = await signIn(await openDevice(browser, product));
    await Promise.all([dewi.goto(`/prosedur/${id}?tampilan=kanvas`), openProcedure(sari, id)]);

    await dewi.getByRole('button', { name: /^Langkah 2, / }).click();
    await dewi.getByRole('button', { name: /^Saran Langkah 2/ }).click();
    const text = dewi.getByRole('textbox', { name: 'Isi saran' });
    await text.fill('Cukup satu jam');
    await dewi.getByRole('button', { name: 'Usulkan perubahan' }).click();
    await dewi.getByRole('textbox', { name: 'Waktu' }).fill('1 jam');
    await text.press('Enter');

    await sari.getByRole('button', { name: 'Saran nomor 1', exact: true }).click();
    await panelOf(sari).getByText('Cukup satu jam').waitFor();
    await sari.getByRole('button', { name: 'Terapkan' }).click();
    await sari.getByRole('textbox', { name: 'Alasan (boleh kosong)' }).fill('Disepakati forum');
    await sari.keyboard.press('Enter');
    await waitUntilSaved(sari);

    await panelOf(dewi).getByText('Disepakati forum').waitFor();
    for (const page of [dewi, sari])
      expect(await decisionOf(page)).toMatch(
        /Diterima.*Administrator.*Disepakati forum.*Waktu.*1 jam/s,
      );
    expect(await dewi.getByRole('button', { name: 'Terima', exact: true }).count()).toBe(0);
    const file = await (await api.send('GET', `/api/procedures/${id}`)).json();
    expect(file).toMatchObject({ steps: [{}, { duration: '1 jam' }, {}] });
  });
});

function panelOf(page: Page) {
  return page.getByRole('complementary', { name: 'Saran' });
}

function decisionOf(page: Page): Promise<string | null> {
  return panelOf(page).getByRole('region', { name: 'Keputusan' }).textContent();
}
