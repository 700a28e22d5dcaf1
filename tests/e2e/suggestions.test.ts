import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { smallFile } from './support/samples.ts';

const phone = { width: 390, height: 844 };

describe('suggestions about an SOP', () => {
  const alur = openAlur();

  it('come from a phone, are applied and accepted by an editor, and both see it', async () => {
    const account = await makeAccount(alur.api, 'Dewi Peserta');
    const id = await makeProcedure(alur.api, smallFile('Bahan Rapat'));
    await share(alur.api, id, account, 'commenter');
    const dewi = await signIn(await alur.openDevice(phone), account);
    const sari = await signIn(await alur.openDevice());
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
    const file = await (await alur.api.send('GET', `/api/procedures/${id}`)).json();
    expect(file).toMatchObject({ steps: [{}, { duration: '1 jam' }, {}] });
  });
});

function panelOf(page: Page) {
  return page.getByRole('complementary', { name: 'Saran' });
}

function decisionOf(page: Page): Promise<string | null> {
  return panelOf(page).getByRole('region', { name: 'Keputusan' }).textContent();
}
