import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount, makeProcedure, share } from './support/api.ts';
import { findProblems } from './support/axe.ts';
import { openProcedure, signIn, waitUntilSaved } from './support/browser.ts';
import { type CrashableBrowser, openCrashableBrowser } from './support/crashableBrowser.ts';
import {
  expireLink,
  flagOf,
  joinAsGuest,
  joinWithAccount,
  suggestOnPhone,
} from './support/meetingRoom.ts';
import { openAlur } from './support/openAlur.ts';
import { readPdfText } from './support/pdfText.ts';
import { smallFile } from './support/samples.ts';
import { findSmallTargets } from './support/touch.ts';

const phone = { width: 390, height: 844, isPhone: true };

describe('a meeting', () => {
  const alur = openAlur();
  let presenterBrowser: CrashableBrowser;

  beforeAll(async () => {
    presenterBrowser = await openCrashableBrowser(alur.product);
  });
  afterAll(() => presenterBrowser?.close());

  async function planMeeting(page: Page, presenter: string): Promise<void> {
    await page.getByRole('link', { name: 'Rapat', exact: true }).click();
    await page.getByRole('link', { name: 'Rapat baru' }).click();
    await page.getByLabel('Nama rapat').fill('Pembahasan SOP');
    await page.getByLabel('Kop notula').fill('KOMISI PEMILIHAN UMUM\nKABUPATEN CONTOH');
    for (const title of ['Surat Masuk', 'Logistik']) {
      await page.getByRole('combobox', { name: /^Cari SOP/ }).fill(title);
      await page.getByRole('option', { name: title }).click();
    }
    await page.getByRole('textbox', { name: 'Penyaji acara 1' }).fill(presenter);
    await page.getByRole('button', { name: 'Simpan rapat' }).click();
  }

  async function makeLink(page: Page): Promise<string> {
    await page.getByRole('button', { name: 'Buat tautan' }).click();
    await page.getByRole('img', { name: 'Kode QR tautan rapat' }).waitFor();
    return page.getByRole('textbox', { name: 'Tautan rapat' }).inputValue();
  }

  const openPhone = () => alur.openDevice(phone);
  const atStep = (page: Page, number: number) =>
    page.getByText(`Langkah ${number} dari 3`).waitFor();
  const allAtStep = (pages: readonly Page[], number: number) =>
    Promise.all(pages.map((page) => atStep(page, number)));

  it('is presented, followed on phones, mended, settled, voted in and minuted, whatever fails meanwhile', async () => {
    const [budi, dewi] = await Promise.all([
      makeAccount(alur.api, 'Budi Penyaji'),
      makeAccount(alur.api, 'Dewi Penyunting'),
    ]);
    const id = await makeProcedure(alur.api, smallFile('Surat Masuk'));
    await makeProcedure(alur.api, smallFile('Logistik'));
    for (const account of [budi, dewi]) await share(alur.api, id, account, 'editor');

    // The moderator invites; the presenter, the editor and three phones come in.
    const moderator = await signIn(await alur.openDevice());
    await planMeeting(moderator, budi.name);
    const link = await makeLink(moderator);
    const [presenter, editor, ani, joko, rini] = await Promise.all([
      presenterBrowser.start().then((device) => signIn(device, budi)),
      alur.openDevice().then((device) => signIn(device, dewi)),
      openPhone().then((device) => joinAsGuest(device, link, 'Bu Ani, Bawaslu')),
      openPhone().then((device) => joinAsGuest(device, link, 'Pak Joko, PPK')),
      openPhone().then((device) => joinAsGuest(device, link, 'Bu Rini, KPPS')),
    ]);
    await joinWithAccount(presenter, link, budi.name);
    await joinWithAccount(editor, link, dewi.name);
    for (const page of [presenter, editor, ani, joko, rini])
      await page.getByText('Rapat belum dimulai').waitFor();
    await moderator.getByText('Bu Rini, KPPS').waitFor();
    await moderator.getByRole('button', { name: 'Mulai rapat' }).click();

    // All follow the presenter, whose second window leads as well and alone shows the notes.
    await presenter.getByRole('button', { name: 'Mulai dari langkah pertama' }).click();
    await allAtStep([ani, joko, rini, editor, moderator], 1);
    const [desk] = await Promise.all([
      presenter.waitForEvent('popup'),
      presenter.getByRole('button', { name: 'Jendela penyaji' }).click(),
    ]);
    await desk.getByLabel('Catatan saya untuk langkah ini').fill('Sebut dasar hukumnya.');
    await desk.getByText('15 menit').waitFor();
    await desk.getByText('2. Memeriksa berkas').waitFor();
    await desk.getByRole('button', { name: 'Maju' }).click();
    await allAtStep([presenter, ani, joko, rini, editor, moderator], 2);

    // Whoever looks around is asked back, or led.
    await ani.getByRole('button', { name: 'Maju' }).click();
    await atStep(ani, 3);
    await moderator.getByRole('button', { name: 'Bawa semua ke sini' }).click();
    await ani.getByRole('button', { name: 'Ikut', exact: true }).waitFor();
    expect(await findSmallTargets(ani)).toEqual([]);
    await ani.getByRole('button', { name: 'Ikut', exact: true }).click();
    await atStep(ani, 2);
    await moderator.getByRole('button', { name: 'Pimpin' }).click();
    await ani.getByText('Moderator memimpin').waitFor();
    await moderator.getByRole('button', { name: 'Lepas pimpinan' }).click();

    // Every phone suggests; one lost its network and hands in later.
    await suggestOnPhone(ani, 2, 'Sebut formulirnya.');
    await flagOf(presenter, 1).waitFor();
    await joko.context().setOffline(true);
    await joko.getByText('Sambungan terputus').first().waitFor();
    await suggestOnPhone(joko, 2, 'Waktunya terlalu singkat.');
    await suggestOnPhone(rini, 2, 'Tambahkan tanda terima.');
    await flagOf(presenter, 2).waitFor();

    // An unwelcome guest holds a link that ended.
    const meetingId = new URL(moderator.url()).pathname.split('/')[2] ?? '';
    const stale = await createLink(meetingId);
    await expireLink(alur.product, stale.id);
    const unwelcome = await (await openPhone()).newPage();
    await unwelcome.goto(stale.url);
    await unwelcome.getByRole('heading', { name: 'Tautan sudah tidak berlaku' }).waitFor();
    await unwelcome.goto(`/rapat/${meetingId}`);
    await unwelcome.getByLabel('Kata sandi', { exact: true }).waitFor();

    // The presenter's browser crashes; after ten seconds the editor goes on in their place.
    await presenterBrowser.crash();
    const late = await joinAsGuest(await openPhone(), link, 'Pak Terlambat');
    await atStep(late, 2);
    await suggestOnPhone(late, 2, 'Siapa yang menggantikan?');
    await editor.getByRole('button', { name: 'Ambil alih paparan' }).click();
    await editor.getByRole('button', { name: 'Maju' }).click();
    await allAtStep([ani, rini, late, moderator], 3);
    await joko.context().setOffline(false);
    await atStep(joko, 3);

    // The step is mended in the table, and everybody sees it at once.
    const table = await editor.context().newPage();
    await openProcedure(table, id, 'tabel');
    await table.getByRole('gridcell', { name: 'Langkah 2, Waktu' }).click();
    await table.keyboard.type('2 hari');
    await table.keyboard.press('Enter');
    await waitUntilSaved(table);
    await editor.keyboard.press('PageUp');
    const everybody = [ani, joko, rini, late, moderator, editor];
    await Promise.all(everybody.map((page) => page.getByText('2 hari').first().waitFor()));

    // A flag leads to its suggestion; the moderator settles.
    await ani.getByRole('button', { name: 'Saran nomor 3', exact: true }).first().click();
    await ani.getByText('Siapa yang menggantikan?').waitFor();
    expect(await findSmallTargets(ani)).toEqual([]);
    for (const page of [ani, moderator]) expect(await findProblems(page)).toEqual([]);
    await decide(moderator, 1, 'Terima', 'Disepakati forum');
    await decide(moderator, 3, 'Tolak', 'Di luar SOP ini');

    await moderator.getByRole('button', { name: 'Suara' }).click();
    await moderator.getByRole('button', { name: 'Buka pemungutan suara' }).click();
    await moderator.getByLabel('Pertanyaan').fill('Setuju?');
    await moderator.getByRole('button', { name: 'Mulai', exact: true }).click();
    await late.getByRole('status').getByRole('button', { name: 'Suara' }).click();
    await late.getByRole('button', { name: /^Setuju/ }).click();
    await moderator.getByText('1 suara masuk').waitFor();

    await moderator.getByRole('button', { name: 'Alat moderator' }).click();
    await moderator.getByRole('menuitem', { name: 'Akhiri rapat' }).click();
    await moderator.getByRole('dialog').getByRole('button', { name: 'Akhiri rapat' }).click();
    await Promise.all(
      [ani, joko, rini, late].map((page) => page.getByText('Terima kasih sudah hadir').waitFor()),
    );

    await moderator.getByRole('cell', { name: /Sebut formulirnya/ }).waitFor();
    const [download] = await Promise.all([
      moderator.waitForEvent('download'),
      moderator.getByRole('link', { name: 'Unduh PDF' }).click(),
    ]);
    const text = (await readPdfText(await readAll(await download.createReadStream()))).join(' ');
    for (const words of [
      'NOTULA RAPAT',
      ...[budi.name, dewi.name, 'Bu Ani, Bawaslu', 'Pak Joko, PPK', 'Bu Rini, KPPS'],
      'Pak Terlambat',
      ...['Sebut formulirnya', 'Disepakati forum', 'Waktunya terlalu singkat'],
      ...['Tambahkan tanda terima', 'Siapa yang menggantikan', 'Di luar SOP ini'],
      '2 hari',
      'Setuju: 1 suara',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Sebut dasar hukumnya');
    // Half a minute where nothing else runs, ten seconds of it the presenter's.
  }, 180_000);

  it('takes the presenter’s second window along from one SOP to the next', async () => {
    const items = await Promise.all(
      ['Surat Keluar', 'Arsip'].map(async (title) => {
        const procedure = await makeProcedure(alur.api, smallFile(title));
        return { id: title, procedure, title, presenter: '', minutes: 15 };
      }),
    );
    const presenter = await signIn(await alur.openDevice());
    await presenter.goto(`/rapat/${await createMeeting(items)}`);
    await presenter.getByRole('button', { name: 'Mulai rapat' }).click();
    await presenter.getByRole('button', { name: 'Mulai dari langkah pertama' }).click();
    const [desk] = await Promise.all([
      presenter.waitForEvent('popup'),
      presenter.getByRole('button', { name: 'Jendela penyaji' }).click(),
    ]);
    const note = desk.getByLabel('Catatan saya untuk langkah ini');
    await note.fill('Sampaikan salam.');

    await presenter.keyboard.press('End');
    await presenter.getByRole('button', { name: 'Berikutnya: Arsip' }).click();
    await desk.getByText('Arsip', { exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Maju' }).click();
    await atStep(presenter, 1);

    expect(await note.inputValue()).toBe('');
  });

  it('shows whoever holds a link that no longer counts a kind page, and nothing else', async () => {
    await makeProcedure(alur.api, smallFile('Surat Masuk'));
    const id = await createMeeting([]);
    const link = await createLink(id);
    const guest = await joinAsGuest(await openPhone(), link.url, 'Tamu');
    await guest.getByText('Rapat belum dimulai').waitFor();

    await alur.api.send('DELETE', `/api/meetings/${id}/links/${link.id}`);

    await guest.getByText('Anda sudah tidak berada di rapat ini').waitFor();
    await guest.goto(link.url);
    await guest.getByRole('heading', { name: 'Tautan sudah tidak berlaku' }).waitFor();
    await guest.goto('/');
    await guest.getByLabel('Kata sandi', { exact: true }).waitFor();
  });

  async function createMeeting(items: readonly object[]): Promise<string> {
    const details = { title: 'Tertutup', office: [], place: '', scheduledOn: '2026-06-02T09:00' };
    const created = await alur.api.send('POST', '/api/meetings', { details, items });
    return ((await created.json()) as { id: string }).id;
  }

  async function createLink(meetingId: string): Promise<{ id: string; url: string }> {
    const made = await alur.api.send('POST', `/api/meetings/${meetingId}/links`, {
      role: 'viewer',
      allowsGuests: true,
      expiresInHours: 1,
    });
    return (await made.json()) as { id: string; url: string };
  }
});

/** Settles the suggestion whose flag stands beside the step. */
async function decide(page: Page, number: number, outcome: string, reason: string): Promise<void> {
  await flagOf(page, number).click();
  const panel = page.getByRole('complementary', { name: 'Saran' });
  await panel.getByRole('button', { name: outcome, exact: true }).click();
  await panel.getByRole('textbox', { name: 'Alasan (boleh kosong)' }).fill(reason);
  await page.keyboard.press('Enter');
  await panel.getByText(reason).waitFor();
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
