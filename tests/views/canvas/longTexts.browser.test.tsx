import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { askingProcedure, LONG_QUESTIONS } from '#tests/support/longQuestions.ts';
import { openCanvas } from './openCanvas.tsx';

const [, medium, long] = LONG_QUESTIONS;

describe('a long text of a symbol on the canvas', () => {
  it('is shown whole where a larger symbol holds it', async () => {
    await openCanvas(askingProcedure(8));

    const shape = symbol(/^Langkah 7,/);
    await expect.element(shape).toBeVisible();
    expect(textsOf(shape.element())).toContain(medium);
    expect(shape.element().querySelector('title')).toBeNull();
  });

  it('is read by pointing at the symbol, by its name and in its field where it is shortened', async () => {
    await openCanvas(askingProcedure(8));

    const shape = symbol(/^Langkah 10,/);
    await expect.element(shape).toBeInTheDocument();
    expect(textsOf(shape.element())).toMatch(/…$/);
    expect(shape.element().getAttribute('aria-label')).toContain(long);
    expect(shape.element().querySelector('title')?.textContent).toBe(
      `Memeriksa kelengkapan berkas\n${long}`,
    );

    await shape.click();
    await userEvent.keyboard('{F2}');

    const field = page.getByRole('textbox', { name: 'Pertanyaan di belah ketupat' });
    await expect.element(field).toHaveValue(long);
    const element = field.element();
    expect(element.scrollHeight).toBeLessThanOrEqual(element.clientHeight + 1);
  });
});

function symbol(name: RegExp) {
  return page.getByRole('button', { name });
}

function textsOf(shape: Element): string {
  return [...shape.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ');
}
