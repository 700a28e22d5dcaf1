import i18next from 'i18next';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '#app/i18n/en.ts';
import type { Sign } from '#core/diff/changeList.ts';
import { listChanges } from '#core/diff/listChanges.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { afterMeeting } from '#tests/support/afterMeeting.ts';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { ChangeList } from '#views/history/ChangeList.tsx';
import { allSigns } from '#views/history/ChangeSummary.tsx';

afterEach(() => i18next.changeLanguage('id'));

describe('ChangeList', () => {
  it('lists what a meeting changed, with signs that are read as words', async () => {
    await openList(await readExample());

    await expect.element(page.getByText('22 perubahan')).toBeVisible();
    const [moved, removed] = [toEntry('Menyerahkan tanda bukti'), toEntry('Memverifikasi bahan')];
    expect(moved.textContent).toMatch(/^↕dipindahLangkah 3.*semula 4$/);
    expect(removed.textContent).toMatch(/^−dihapusLangkah lama 9/);
    expect(toEntry('Mengisi survei').textContent).toContain('ke langkah 15');
  });

  it('shows texts word by word', async () => {
    await openList(await readExample());

    const entry = toEntry('Menyampaikan informasi atau');
    const toTexts = (tag: string) =>
      [...entry.querySelectorAll(tag)].map((element) => element.textContent.trim());
    expect(toTexts('del')).toEqual(['disertai', 'tidak dipungut biaya']);
    expect(toTexts('ins')).toEqual(['dengan', 'tertulis', 'gratis']);
  });

  it('groups the entries below headings that name their lists', async () => {
    await openList(await readExample());

    for (const name of ['Identitas', 'Pelaksana', 'Langkah', 'Pengaturan halaman']) {
      await expect.element(page.getByRole('heading', { name, exact: true })).toBeVisible();
      await expect.element(page.getByRole('list', { name, exact: true })).toBeVisible();
    }
  });

  it('says it in English too', async () => {
    await openList(await readExample());
    for (const [namespace, texts] of Object.entries(en))
      i18next.addResourceBundle('en', namespace, texts);
    await i18next.changeLanguage('en');

    await expect.element(page.getByText('22 changes')).toBeVisible();
    expect(toEntry('Menyerahkan tanda bukti').textContent).toMatch(/^↕movedStep 3.*formerly 4$/);
    expect(toEntry('Effective on').textContent).toMatch(/February.*2025.*December.*2026/);
  });

  it('keeps signs and texts apart from the background, by day and by night', async () => {
    await openList(await readExample());

    for (const scheme of ['light', 'dark']) {
      document.documentElement.dataset.mantineColorScheme = scheme;
      for (const element of document.querySelectorAll('.changeSign, .changes ins, .changes del'))
        expect(toContrast(element)).toBeGreaterThan(4.5);
    }
    document.documentElement.dataset.mantineColorScheme = 'light';
  });

  it('hides and shows the lines of a sign', async () => {
    await openList(await readExample());
    const filter = page.getByRole('list', { name: 'Saring menurut jenis perubahan' });

    await filter.getByRole('button', { name: 'dihapus' }).click();
    await expect.element(page.getByText('Memverifikasi bahan')).not.toBeInTheDocument();
    await filter.getByRole('button', { name: 'dihapus' }).click();

    await expect.element(page.getByText('Memverifikasi bahan')).toBeVisible();
  });

  it('fits a phone', async () => {
    await openList(await readExample());
    await page.viewport(360, 700);

    const list = document.querySelector('.changes');
    expect(list?.scrollWidth).toBe(list?.clientWidth);
  });

  it('says so when nothing changed', async () => {
    const procedure = smallProcedure();
    await openView(<Listed before={procedure} after={procedure} />, procedure);

    await expect.element(page.getByText('Tidak ada perbedaan.')).toBeVisible();
  });
});

/** The list as a page shows it, with every sign at first. */
function Listed({ before, after }: { readonly before: Procedure; readonly after: Procedure }) {
  const [shown, setShown] = useState<ReadonlySet<Sign>>(new Set(allSigns));
  return <ChangeList changes={listChanges(before, after)} shown={shown} onShow={setShown} />;
}

async function openList(before: Procedure): Promise<void> {
  const after = afterMeeting(before);
  await openView(
    <div style={{ maxWidth: 760, height: '100%', padding: 24, overflow: 'auto' }}>
      <Listed before={before} after={after} />
    </div>,
    after,
  );
}

async function readExample(): Promise<Procedure> {
  const answer = await fetch('/examples/permohonan-informasi-publik.sop.json');
  const parsed = parseProcedureFile(await answer.json());
  if (!parsed.ok) throw new RangeError('The example cannot be read');
  return parsed.procedure;
}

function toEntry(text: string): Element {
  const found = [...document.querySelectorAll('.changeEntry')].find((entry) =>
    entry.textContent.includes(text),
  );
  if (!found) throw new RangeError(`No entry with "${text}"`);
  return found;
}

/** The ratio of WCAG between a text and what is behind it. */
function toContrast(element: Element): number {
  const text = toLuminance(getComputedStyle(element).color);
  let behind: Element | null = element;
  while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)')
    behind = behind.parentElement;
  const fill = toLuminance(behind ? getComputedStyle(behind).backgroundColor : 'rgb(255 255 255)');
  return (Math.max(text, fill) + 0.05) / (Math.min(text, fill) + 0.05);
}

function toLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
