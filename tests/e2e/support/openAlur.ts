import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { type Api, signInByApi } from './api.ts';
import { openBrowser, openDevice, type Viewport } from './browser.ts';
import { type Product, startProduct } from './product.ts';

/** The product with its administrator, and devices to use it on, for the tests of one `describe`. */
export interface RunningAlur {
  readonly product: Product;
  /** What the administrator does without a browser. */
  readonly api: Api;
  /** A device of its own: own cookies, own storage, Indonesian. */
  openDevice(viewport?: Viewport): Promise<BrowserContext>;
}

/** Opens before the first test and closes after the last; nothing of it is there earlier. */
export function openAlur(): RunningAlur {
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

  return {
    get product() {
      return product;
    },
    get api() {
      return api;
    },
    openDevice: (viewport) => openDevice(browser, product, viewport),
  };
}
