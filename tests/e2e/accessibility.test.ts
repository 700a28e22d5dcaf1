import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { findProblems } from './support/axe.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { readSample } from './support/samples.ts';
import { findSmallTargets } from './support/touch.ts';

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

  it('has nothing serious in what opens over a page, in light and dark', async () => {
    await page.goto('/');
    for (const [button, dialog] of [
      ['SOP baru', 'SOP baru'],
      ['Templat', /Galeri templat/],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('dialog', { name: dialog }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }

    await openProcedure(page, id, 'tabel');
    await page.getByRole('button', { name: 'Pengaturan halaman' }).click();
    await page.getByRole('combobox', { name: 'Ukuran kertas' }).waitFor();
    for (const [key, opened] of [
      ['F1', page.getByRole('dialog', { name: /^Bantuan/ })],
      ['Control+k', page.getByRole('dialog')],
      ['Control+h', page.getByRole('search', { name: 'Cari dan ganti' })],
    ] as const) {
      await page.keyboard.press(key);
      await opened.waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('has nothing serious where versions are compared and meetings planned and minuted, in light and dark', async () => {
    await alur.api.send('POST', `/api/procedures/${id}/versions`, { name: 'Rancangan pertama' });
    await openProcedure(page, id, 'tabel');
    await page.getByRole('button', { name: 'Tambah langkah', exact: true }).click();
    await page.keyboard.type('Melaporkan hasil');
    await page.keyboard.press('Enter');
    await waitUntilSaved(page);
    const versions = await alur.api.send('GET', `/api/procedures/${id}/versions`);
    const [version] = (await versions.json()) as readonly { readonly id: string }[];
    await page.goto(`/prosedur/${id}/banding?dari=${version?.id}&ke=kini`);
    await page.getByText('Melaporkan hasil').first().waitFor();
    expect(await findProblems(page)).toEqual([]);

    const meeting = await holdMeeting();
    for (const [path, heading] of [
      ['/rapat', 'Rapat'],
      ['/rapat/baru', 'Rapat baru'],
      [`/rapat/${meeting}/notula`, 'Notula'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
      expect(await findProblems(page)).toEqual([]);
    }
  });

  /** One that is over. */
  async function holdMeeting(): Promise<string> {
    const answer = await alur.api.send('POST', '/api/meetings', {
      details: { title: 'Pembahasan', office: ['KPU'], place: '', scheduledOn: '2026-06-02T09:00' },
      items: [{ id: 'ppid', procedure: id, title: 'Permohonan', presenter: '', minutes: 15 }],
    });
    const meeting = ((await answer.json()) as { readonly id: string }).id;
    for (const type of ['start', 'end'])
      await alur.api.send('POST', `/api/meetings/${meeting}/commands`, { command: { type } });
    return meeting;
  }

  it('gives a finger 44 px at every control of the editor on a tablet', async () => {
    const tablet = await alur.openDevice({ width: 1024, height: 768, isPhone: true });
    const held = await signIn(tablet);
    await openProcedure(held, id, 'kanvas');
    await held
      .getByRole('button', { name: /^Langkah 3, / })
      .first()
      .tap();
    await held.getByRole('toolbar', { name: 'Alat simbol' }).waitFor();
    expect(await findSmallControls(held)).toEqual([]);

    await held.getByRole('tab', { name: 'Tabel' }).tap();
    await held.getByRole('gridcell', { name: /^Langkah 3, .*: proses/ }).tap();
    await held.getByRole('dialog', { name: /^Simbol langkah 3/ }).waitFor();
    expect(await findSmallControls(held)).toEqual([]);

    await held.getByRole('tab', { name: 'Identitas' }).tap();
    await held.getByRole('heading', { name: 'Dasar hukum' }).waitFor();
    expect(await findSmallControls(held)).toEqual([]);
    await tablet.close();
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

/** Arrows are left out, whose stroke is wider than is drawn, and the link that only a keyboard shows. */
async function findSmallControls(page: Page): Promise<readonly string[]> {
  const small = await findSmallTargets(page);
  return small.filter((each) => !/× \d+ (Panah|Langsung ke isi)/.test(each));
}
