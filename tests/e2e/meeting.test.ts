import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { makeProcedure } from './support/api.ts';
import { signIn } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';
import { readPdfText } from './support/pdfText.ts';
import { smallFile } from './support/samples.ts';

const phone = { width: 390, height: 844 };

describe('a meeting', () => {
  const alur = openAlur();

  async function planMeeting(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Rapat', exact: true }).click();
    await page.getByRole('link', { name: 'Rapat baru' }).click();
    await page.getByLabel('Nama rapat').fill('Pembahasan SOP');
    await page.getByLabel('Kop notula').fill('KOMISI PEMILIHAN UMUM\nKABUPATEN CONTOH');
    for (const title of ['Surat Masuk', 'Logistik']) {
      await page.getByRole('combobox', { name: /^Cari SOP/ }).fill(title);
      await page.getByRole('option', { name: title }).click();
    }
    await page.getByRole('button', { name: 'Simpan rapat' }).click();
  }

  async function makeLink(page: Page): Promise<string> {
    await page.getByRole('button', { name: 'Buat tautan' }).click();
    await page.getByRole('img', { name: 'Kode QR tautan rapat' }).waitFor();
    return page.getByRole('textbox', { name: 'Tautan rapat' }).inputValue();
  }

  async function joinAsGuest(link: string, name: string): Promise<Page> {
    const page = await (await alur.openDevice(phone)).newPage();
    await page.goto(link);
    await page.getByLabel('Nama Anda').fill(name);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    return page;
  }

  const atStep = (page: Page, number: number) =>
    page.getByText(`Langkah ${number} dari 3`).waitFor();

  it('is planned, presented, followed on phones, suggested in, voted in, and minuted', async () => {
    for (const title of ['Surat Masuk', 'Logistik'])
      await makeProcedure(alur.api, smallFile(title));
    const chair = await signIn(await alur.openDevice());
    await planMeeting(chair);
    const link = await makeLink(chair);
    const guest = await joinAsGuest(link, 'Bu Ani, Bawaslu');
    await guest.getByText('Rapat belum dimulai').waitFor();
    await chair.getByText('Bu Ani, Bawaslu').waitFor();

    await chair.getByRole('button', { name: 'Mulai rapat' }).click();
    await chair.getByRole('button', { name: 'Mulai dari langkah pertama' }).click();
    await chair.keyboard.press('PageDown');
    await atStep(guest, 2);
    const late = await joinAsGuest(link, 'Pak Terlambat');
    await atStep(late, 2);

    await guest.getByRole('button', { name: 'Maju' }).click();
    await atStep(guest, 3);
    await chair.getByRole('button', { name: 'Bawa semua ke sini' }).click();
    await guest.getByRole('button', { name: 'Ikut', exact: true }).click();
    await atStep(guest, 2);
    await chair.getByRole('button', { name: 'Pimpin' }).click();
    await guest.getByText('Moderator memimpin').waitFor();

    await guest.getByRole('button', { name: /^Saran\s*Langkah 2/ }).click();
    await guest.getByRole('textbox', { name: 'Saran' }).fill('Sebut formulirnya.');
    await guest.getByRole('button', { name: 'Kirim' }).click();
    await chair.getByRole('button', { name: /^Saran/ }).click();
    await chair.getByText('Sebut formulirnya.').waitFor();

    await chair.getByRole('button', { name: 'Suara' }).click();
    await chair.getByRole('button', { name: 'Buka pemungutan suara' }).click();
    await chair.getByLabel('Pertanyaan').fill('Setuju?');
    await chair.getByRole('button', { name: 'Mulai', exact: true }).click();
    await late.getByRole('status').getByRole('button', { name: 'Suara' }).click();
    await late.getByRole('button', { name: /^Setuju/ }).click();
    await chair.getByText('1 suara masuk').waitFor();

    await chair.getByRole('button', { name: 'Alat moderator' }).click();
    await chair.getByRole('menuitem', { name: 'Akhiri rapat' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Akhiri rapat' }).click();
    await guest.getByText('Terima kasih sudah hadir').waitFor();

    await chair.getByRole('cell', { name: /Sebut formulirnya/ }).waitFor();
    const [download] = await Promise.all([
      chair.waitForEvent('download'),
      chair.getByRole('link', { name: 'Unduh PDF' }).click(),
    ]);
    const text = (await readPdfText(await readAll(await download.createReadStream()))).join(' ');
    for (const words of ['NOTULA RAPAT', 'Pak Terlambat', 'Sebut formulirnya', 'Setuju: 1 suara'])
      expect(text).toContain(words);
  });

  it('shows whoever holds a link that no longer counts a kind page, and nothing else', async () => {
    await makeProcedure(alur.api, smallFile('Surat Masuk'));
    const created = await alur.api.send('POST', '/api/meetings', {
      details: { title: 'Tertutup', office: [], place: '', scheduledOn: '2026-06-02T09:00' },
      items: [],
    });
    const { id } = (await created.json()) as { id: string };
    const made = await alur.api.send('POST', `/api/meetings/${id}/links`, {
      role: 'viewer',
      allowsGuests: true,
      expiresInHours: 1,
    });
    const link = (await made.json()) as { id: string; url: string };
    const guest = await joinAsGuest(link.url, 'Tamu');
    await guest.getByText('Rapat belum dimulai').waitFor();

    await alur.api.send('DELETE', `/api/meetings/${id}/links/${link.id}`);

    await guest.getByText('Anda sudah tidak berada di rapat ini').waitFor();
    await guest.goto(link.url);
    await guest.getByRole('heading', { name: 'Tautan sudah tidak berlaku' }).waitFor();
    await guest.goto('/');
    await guest.getByLabel('Kata sandi', { exact: true }).waitFor();
  });
});

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
