import type { BrowserContext, Locator, Page } from 'playwright';
import { connectDatabase } from '#server/store/database.ts';
import type { Product } from './product.ts';

/** Comes in by the link of a meeting, without an account. */
export async function joinAsGuest(
  device: BrowserContext,
  link: string,
  name: string,
): Promise<Page> {
  const page = await device.newPage();
  await page.goto(link);
  await page.getByLabel('Nama Anda').fill(name);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  return page;
}

/** Comes in by the link, signed in. */
export async function joinWithAccount(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: `Masuk sebagai ${name}` }).click();
}

/** Writes about the step that a phone shows, in two taps, and looks at the presentation again. */
export async function suggestOnPhone(page: Page, step: number, text: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Saran\\s*Langkah ${step}`) }).click();
  await page.getByRole('textbox', { name: 'Isi saran' }).fill(text);
  await page.getByRole('button', { name: 'Kirim' }).click();
  await page.getByRole('button', { name: 'Paparan', exact: true }).click();
}

/** The flag of one suggestion beside the step that is shown. */
export function flagOf(page: Page, number: number): Locator {
  return page
    .getByRole('region', { name: 'Langkah yang dipaparkan' })
    .getByRole('button', { name: `Saran nomor ${number}`, exact: true });
}

/** The link ends now, as if its hours were over: no test waits for them. */
export async function expireLink({ dataFolder }: Product, linkId: string): Promise<void> {
  const { kysely, close } = connectDatabase({ dataFolder });
  await kysely
    .updateTable('meeting_link')
    .set({ expires_at: new Date(Date.now() - 1000).toISOString() })
    .where('id', '=', linkId)
    .execute();
  await close();
}
