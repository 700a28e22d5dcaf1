import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright';

/** It reads the lines of a wrapped text as one word, so that it misses those in a name that holds them. */
const misreading = "{ rules: { 'label-content-name-mismatch': { enabled: false } } }";

/** What axe calls serious or critical, as "rule: element"; of the dark scheme only what concerns colour. */
export async function findProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const light = await runAxe(page, `axe.run(${misreading})`);
  const dark = await runAxe(page, "axe.run({ runOnly: ['color-contrast'] })", 'dark');
  await setScheme(page, 'light');
  return [...light, ...dark];
}

type Scheme = 'light' | 'dark';

async function runAxe(
  page: Page,
  run: string,
  scheme: Scheme = 'light',
): Promise<readonly string[]> {
  await setScheme(page, scheme);
  const { violations } = await page.evaluate<AxeResults>(run);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme}, ${id}: ${html.slice(0, 200)}`));
}

/** Waits for what fades: a dialog that is half there has no contrast yet. */
async function setScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.evaluate(async (value) => {
    document.documentElement.setAttribute('data-mantine-color-scheme', value);
    const isEndless = ({ effect }: Animation) => effect?.getTiming().iterations === Infinity;
    const fading = document.getAnimations().filter((animation) => !isEndless(animation));
    await Promise.allSettled(fading.map(({ finished }) => finished));
  }, scheme);
}
