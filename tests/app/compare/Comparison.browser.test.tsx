import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Comparison } from '#app/compare/Comparison.tsx';
import '#app/compare/ComparePage.css';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { afterMeeting } from '#tests/support/afterMeeting.ts';
import { openView } from '#tests/support/openView.tsx';

describe('Comparison', () => {
  afterEach(() => page.viewport(1280, 860));

  it('lights up on both sides what is picked in the list, and scrolls to it', async () => {
    await openComparison();

    await page.getByRole('button', { name: /^Langkah 3 Menyerahkan tanda bukti/ }).click();

    await expect.poll(() => toLit('Sebelum rapat')).toEqual(['dipindah']);
    await expect.poll(() => toLit('Sesudah rapat')).toEqual(['dipindah']);
    expect(toPane('Sesudah rapat').querySelector('.compareBadge[data-picked]')?.textContent).toBe(
      '↕',
    );
  });

  it('finds the line of a sign on the page', async () => {
    await openComparison();
    const badge = page.getByRole('region', { name: 'Sebelum rapat' }).getByLabelText('dihapus');

    await badge.first().click();

    await expect.poll(toPickedLine).toMatch(/^−dihapusLangkah lama 9/);
  });

  it('goes through the changes by N and P, and only through those that are shown', async () => {
    await openComparison();
    await page.getByRole('button', { name: 'diubah' }).first().click();

    await userEvent.keyboard('n');
    await expect.element(page.getByText('1 dari 4')).toBeVisible();
    await userEvent.keyboard('nn');
    await expect.poll(toPickedLine).toMatch(/^−dihapusLangkah lama 9/);
    await userEvent.keyboard('p');

    await expect.poll(toPickedLine).toMatch(/^↕dipindahLangkah 3/);
  });

  it('lays both states over one another, on the canvas too', async () => {
    await openComparison();

    await page.getByText('Bertumpuk').click();
    await page.getByText('Kanvas').click();

    const pane = page.getByRole('region', { name: 'Dari Sebelum rapat ke Sesudah rapat' });
    await expect.element(pane.getByLabelText('ditambah').first()).toBeVisible();
    expect(document.querySelectorAll('.compareLayer')).toHaveLength(2);
  });

  it('shows a phone the list first, then the page of what is picked there', async () => {
    await openComparison();
    await page.viewport(390, 844);
    const after = page.getByRole('region', { name: 'Sesudah rapat' });
    await expect.element(after).not.toBeInTheDocument();

    await page.getByRole('button', { name: /^Langkah 14 Mengisi survei/ }).click();

    await expect.element(after.getByLabelText('ditambah').first()).toBeInViewport();
    expect(document.documentElement.scrollWidth).toBe(390);
  });
});

async function openComparison(): Promise<void> {
  const answer = await fetch('/examples/permohonan-informasi-publik.sop.json');
  const parsed = parseProcedureFile(await answer.json());
  if (!parsed.ok) throw new RangeError('The example cannot be read');
  const before: Procedure = parsed.procedure;
  await openView(
    <div className="comparePage" style={{ gridTemplateRows: 'minmax(0, 1fr)' }}>
      <Comparison
        before={before}
        after={afterMeeting(before)}
        names={{ before: 'Sebelum rapat', after: 'Sesudah rapat' }}
      />
    </div>,
    before,
  );
}

function toPane(name: string): Element {
  const pane = document.querySelector(`.comparePane[aria-label="${name}"]`);
  if (!pane) throw new RangeError(`No pane "${name}"`);
  return pane;
}

/** What the signs say that are lit and in the visible part of a pane. */
function toLit(name: string): readonly string[] {
  const pane = toPane(name);
  const { top, bottom } = pane.getBoundingClientRect();
  return [...pane.querySelectorAll('.compareBadge[data-picked]')]
    .filter((badge) => {
      const box = badge.getBoundingClientRect();
      return box.top >= top && box.bottom <= bottom;
    })
    .map((badge) => badge.getAttribute('aria-label') ?? '');
}

function toPickedLine(): string {
  return document.querySelector('.changeEntry[data-picked]')?.textContent ?? '';
}
