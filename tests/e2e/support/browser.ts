import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';
import { type Account, admin, type Product } from './product.ts';

/** How long a page may take to show what a test waits for, in ms. */
const patienceMs = 15_000;

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
}

/** The size of a screen, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Held in the hand: fingers in place of a mouse. */
  readonly isPhone?: boolean;
}

/** A device of its own: own cookies, own storage, Indonesian. */
export async function openDevice(
  browser: Browser,
  { url }: Product,
  { isPhone = false, ...viewport }: Viewport = { width: 1440, height: 900 },
): Promise<BrowserContext> {
  const device = await browser.newContext({
    baseURL: url,
    locale: 'id-ID',
    ...{ viewport, isMobile: isPhone, hasTouch: isPhone },
  });
  device.setDefaultTimeout(patienceMs);
  return device;
}

/** Opens a page and signs in through the form. */
export async function signIn(device: BrowserContext, account: Account = admin): Promise<Page> {
  const page = await device.newPage();
  await page.goto('/masuk');
  await page.getByLabel('Surel').fill(account.email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'SOP', exact: true, level: 1 }).waitFor();
  return page;
}

/** Opens a procedure in a view and waits until the server has everything. */
export async function openProcedure(page: Page, id: string, view = 'kanvas'): Promise<void> {
  await page.goto(`/prosedur/${id}?tampilan=${view}`);
  await waitUntilSaved(page);
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Tersimpan$/ })
    .waitFor();
}
