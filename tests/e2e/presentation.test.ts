import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share } from './support/api.ts';
import { findProblems } from './support/axe.ts';
import { openProcedure, signIn } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import type { Account } from './support/product.ts';
import { readSample } from './support/samples.ts';
import { findSmallTargets } from './support/touch.ts';

const phone = { width: 390, height: 844, isPhone: true };

describe('a presentation and those who follow it', () => {
  const alur = openAlur();
  let budi: Account;
  let id: string;
  let presenter: Page;
  let follower: Page;

  beforeAll(async () => {
    const { api } = alur;
    budi = await makeAccount(api, 'Budi Hukum');
    id = await makeProcedure(api, readSample('penyusunan-dan-penetapan-sop'));
    await share(api, id, budi, 'editor');
    [presenter, follower] = await Promise.all([
      alur.openDevice().then((device) => signIn(device)),
      alur.openDevice().then((device) => signIn(device, budi)),
    ]);
  });

  it('shows the same step to all, lets each look around alone and come back', async () => {
    await openProcedure(follower, id);
    await openProcedure(presenter, id);
    await presenter.getByRole('link', { name: 'Paparan' }).click();
    await presenter.getByRole('button', { name: 'Mulai dari langkah pertama' }).click();

    await follower.getByRole('link', { name: 'Ikuti' }).click();
    await untilStep(follower, 1);
    await presenter.keyboard.press('PageDown');
    await untilStep(follower, 2);

    await follower.keyboard.press('ArrowRight');
    await untilStep(follower, 3);
    await presenter.keyboard.press('1');
    await presenter.keyboard.press('PageDown');
    await untilStep(presenter, 4);
    await follower.getByText('di langkah 4').waitFor();
    await untilStep(follower, 3);

    await follower.getByRole('button', { name: 'Kembali ke penyaji' }).click();
    await untilStep(follower, 4);
  });

  it('takes a late phone to where the presenter is, and all along the exit that is chosen', async () => {
    const late = await signIn(await alur.openDevice(phone), budi);
    await openProcedure(late, id);
    await late.getByRole('link', { name: 'Ikuti' }).click();
    await untilStep(late, 4);
    expect(await findSmallTargets(late)).toEqual([]);

    await presenter.getByRole('button', { name: /Cabang 2: Tidak, ke langkah 3/ }).click();

    for (const page of [presenter, follower, late]) await untilStep(page, 3);
    await presenter.keyboard.press('PageUp');
    for (const page of [presenter, follower, late]) await untilStep(page, 4);

    // Somebody deletes the step that is shown: it goes on where that step led.
    await late.goto(`/prosedur/${id}?tampilan=kanvas`);
    const step = late.getByRole('button', { name: /^Langkah 4, .*Memeriksa substansi/ });
    await step.focus();
    await late.keyboard.press('Delete');
    await presenter.getByText('baru saja dihapus').waitFor();
    for (const page of [presenter, follower]) await untilStep(page, 4);
    await follower.getByRole('heading', { name: 'Mereviu kesesuaian format SOP' }).waitFor();

    for (const key of ['o', 't']) {
      await presenter.keyboard.press(key);
      expect(await findProblems(presenter)).toEqual([]);
    }
    await presenter.getByRole('button', { name: 'Tutup paparan' }).click();
    await follower.getByText('selesai memaparkan').waitFor();
  });
});

async function untilStep(page: Page, number: number): Promise<void> {
  await page.getByText(new RegExp(`^Langkah ${number} dari`)).waitFor();
}
