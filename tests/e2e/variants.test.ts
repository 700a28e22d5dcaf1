import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { findProblems } from './support/axe.ts';
import { signIn, waitUntilSaved } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { smallFile } from './support/samples.ts';

const phone = { width: 390, height: 844 };

describe('a vote between two variants of an SOP', () => {
  const alur = openAlur();

  /** A meeting about one SOP that has begun, as its moderator and a guest on a phone see it. */
  async function openMeeting(): Promise<{
    chair: Page;
    guest: Page;
    procedure: string;
    id: string;
  }> {
    const procedure = await makeProcedure(alur.api, smallFile('Surat Masuk'));
    const made = await alur.api.send('POST', '/api/meetings', {
      details: { title: 'Pembahasan', office: ['KPU'], place: '', scheduledOn: '2026-06-02T09:00' },
      items: [{ id: 'surat', procedure, title: 'Surat Masuk', presenter: '', minutes: 15 }],
    });
    const { id } = (await made.json()) as { id: string };
    const link = await alur.api.send('POST', `/api/meetings/${id}/links`, {
      role: 'viewer',
      allowsGuests: true,
      expiresInHours: 1,
    });
    const { url } = (await link.json()) as { url: string };
    await alur.api.send('POST', `/api/meetings/${id}/commands`, { command: { type: 'start' } });
    const chair = await signIn(await alur.openDevice());
    await chair.goto(`/rapat/${id}`);
    const guest = await (await alur.openDevice(phone)).newPage();
    await guest.goto(url);
    await guest.getByLabel('Nama Anda').fill('Bu Ani');
    await guest.getByRole('button', { name: 'Masuk', exact: true }).click();
    return { chair, guest, procedure, id };
  }

  async function activities(procedure: string): Promise<readonly string[]> {
    const file = await (await alur.api.send('GET', `/api/procedures/${procedure}`)).json();
    return (file as { steps: { activity: string }[] }).steps.map(({ activity }) => activity);
  }

  it('is drawn, shown on every screen, decided, minuted, and taken over', async () => {
    const { chair, guest, procedure, id } = await openMeeting();
    const old = await activities(procedure);

    await chair.getByRole('button', { name: 'Suara', exact: true }).click();
    await chair.getByRole('button', { name: 'Buat varian' }).click();
    await chair.getByLabel('Nama varian').fill('Satu pintu');
    await chair.getByRole('button', { name: 'Buat varian' }).click();
    const [drawing] = await Promise.all([
      chair.waitForEvent('popup'),
      chair.getByRole('link', { name: 'Sunting varian B di tab baru' }).click(),
    ]);
    await drawing.getByText('SOP-nya tidak ikut berubah').waitFor();
    expect(await drawing.getByRole('button', { name: 'Bagikan' }).count()).toBe(0);
    await retype(drawing, 'Memeriksa di loket');

    await chair.getByRole('button', { name: 'Pungut suara antara A dan B' }).click();
    await chair.getByRole('button', { name: 'Mulai', exact: true }).click();
    await guest.getByRole('button', { name: /^B · Satu pintu/ }).click();
    await retype(drawing, 'Memeriksa di rumah');
    await chair.getByText('1 suara masuk').first().waitFor();
    await chair.getByRole('button', { name: 'Tutup pemungutan suara' }).first().click();
    await guest.getByText('Terbanyak').waitFor();
    expect([await findProblems(chair), await findProblems(guest)]).toEqual([[], []]);
    expect(await activities(procedure)).toEqual(old);

    await chair.getByRole('button', { name: 'Ambil B · Satu pintu ke dalam SOP' }).click();
    await chair.getByText('diambil ke dalam SOP oleh').waitFor();
    expect(await activities(procedure)).toEqual(old.with(1, 'Memeriksa di loket'));
    await chair.getByRole('button', { name: 'Urungkan' }).click();
    await chair.getByText('diambil ke dalam SOP oleh').waitFor({ state: 'detached' });
    expect(await activities(procedure)).toEqual(old);
    await chair.getByRole('button', { name: 'Ambil B · Satu pintu ke dalam SOP' }).click();
    await chair.getByText('diambil ke dalam SOP oleh').waitFor();

    await alur.api.send('POST', `/api/meetings/${id}/commands`, { command: { type: 'end' } });
    await chair.getByText('B · Satu pintu: 1 suara').waitFor();
    await chair.getByText(/diambil ke dalam SOP oleh .*, pukul/).waitFor();
    await chair.getByRole('link', { name: /^Varian mana/ }).click();
    await chair.getByRole('heading', { name: 'A · Keadaan sekarang', exact: true }).waitFor();
    await guest.getByText('Terima kasih sudah hadir').waitFor();
  });
});

async function retype(page: Page, text: string): Promise<void> {
  await page.goto(`${page.url().split('?')[0]}?tampilan=tabel`);
  await page.getByRole('gridcell', { name: 'Langkah 2, Kegiatan' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await waitUntilSaved(page);
}
