import type { Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share } from './support/api.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { smallFile } from './support/samples.ts';

describe('two people in one SOP', () => {
  const alur = openAlur();
  let sari: Page;
  let budi: Page;
  let id: string;

  beforeAll(async () => {
    const account = await makeAccount(alur.api, 'Budi Hukum');
    id = await makeProcedure(alur.api, smallFile('Bersama'));
    await share(alur.api, id, account, 'editor');
    sari = await signIn(await alur.openDevice());
    budi = await signIn(await alur.openDevice(), account);
  });

  beforeEach(async () => {
    const account = { name: 'Budi Hukum', email: 'budi.hukum@kpu.test', password: '' };
    id = await makeProcedure(alur.api, smallFile('Bersama'));
    await share(alur.api, id, account, 'editor');
    await Promise.all([openProcedure(sari, id), openProcedure(budi, id)]);
  });

  it('see each other and each other’s work at once', async () => {
    await sari.getByRole('group', { name: 'Yang sedang membuka' }).getByText('BH').waitFor();

    await addStepAfter(sari, 1, 'Menyusun konsep');
    await addStepAfter(budi, 3, 'Memberi paraf');

    for (const page of [sari, budi]) {
      await step(page, 2, 'Menyusun konsep').waitFor();
      await step(page, 4, 'Memberi paraf').waitFor();
    }
  });

  it('undo only what is their own', async () => {
    await addStepAfter(sari, 1, 'Menyusun konsep');
    await step(budi, 2, 'Menyusun konsep').waitFor();
    await addStepAfter(budi, 3, 'Memberi paraf');
    await step(sari, 4, 'Memberi paraf').waitFor();

    // One step for the words, one for the row.
    await sari.getByRole('button', { name: /^Urungkan/ }).click();
    await sari.getByRole('button', { name: /^Urungkan/ }).click();
    await step(budi, 3, 'Memberi paraf').waitFor();

    expect(await texts(budi)).toEqual([
      'Menerima berkas',
      'Memeriksa berkas',
      'Memberi paraf',
      'Mengarsipkan berkas',
    ]);
  });

  it('go on without the network and meet again with both persons’ work', async () => {
    await budi.context().setOffline(true);
    await budi.getByText('Luring – perubahan disimpan di perangkat ini').waitFor();
    await addStepAfter(budi, 2, 'Mencatat di agenda');
    await addStepAfter(sari, 1, 'Menyusun konsep');
    await waitUntilSaved(sari);

    await budi.context().setOffline(false);
    await waitUntilSaved(budi);
    await step(sari, 4, 'Mencatat di agenda').waitFor();
    await step(budi, 2, 'Menyusun konsep').waitFor();

    expect(await texts(sari)).toEqual(await texts(budi));
  });

  it('lose nothing that the other had seen when the server is killed', async () => {
    await addStepAfter(sari, 1, 'Menyusun konsep');
    await step(budi, 2, 'Menyusun konsep').waitFor();

    await alur.product.kill();
    await addStepAfter(budi, 3, 'Ditulis tanpa server');
    await alur.product.restart();
    await Promise.all([waitUntilSaved(sari), waitUntilSaved(budi)]);
    await step(sari, 4, 'Ditulis tanpa server').waitFor();
    const fresh = await sari.context().newPage();
    await openProcedure(fresh, id);

    expect(await texts(fresh)).toEqual([
      'Menerima berkas',
      'Menyusun konsep',
      'Memeriksa berkas',
      'Ditulis tanpa server',
      'Mengarsipkan berkas',
    ]);
    await fresh.close();
  });

  it('keep an edit made offline over a reload of the page', async () => {
    await budi.context().setOffline(true);
    await budi.getByText('Luring – perubahan disimpan di perangkat ini').waitFor();
    await addStepAfter(budi, 2, 'Mencatat di agenda');
    await step(budi, 3, 'Mencatat di agenda').waitFor();

    // The page itself must come from the server; the edits only exist on this device.
    await untilKeptOnDevice(budi, id);
    await budi.goto('about:blank');
    await budi.context().setOffline(false);
    await openProcedure(budi, id);

    await step(sari, 3, 'Mencatat di agenda').waitFor();
  });
});

/**
 * Resolves when what was written to the document's copy on this device is there. A person who leaves
 * sooner is asked whether they want to, which takes longer; a script is not.
 */
async function untilKeptOnDevice(page: Page, procedureId: string): Promise<void> {
  await page.evaluate(async (id) => {
    const { name = '' } =
      (await indexedDB.databases()).find((each) => each.name?.endsWith(id)) ?? {};
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        // Served only when the writing transactions before it are done.
        const reading = opening.result.transaction(['updates'], 'readonly');
        reading.objectStore('updates').count();
        reading.oncomplete = () => resolve();
        reading.onerror = () => reject(reading.error);
      };
    });
  }, procedureId);
}

function step(page: Page, number: number, activity: string) {
  return page.getByRole('button', { name: new RegExp(`^Langkah ${number}, .*${activity}`) });
}

async function addStepAfter(page: Page, number: number, activity: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Langkah ${number}, `) }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type(activity);
  await page.keyboard.press('Enter');
  await step(page, number + 1, activity).waitFor();
}

/** The activities as the canvas names them, top to bottom. */
async function texts(page: Page): Promise<readonly string[]> {
  const names = await page
    .getByRole('button', { name: /^Langkah \d+, / })
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
  return names
    .map((name) => /^Langkah (\d+), [^:]*: ([^;]*)/.exec(name))
    .sort((a, b) => Number(a?.[1]) - Number(b?.[1]))
    .map((match) => match?.[2] ?? '');
}
