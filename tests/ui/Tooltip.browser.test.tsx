import '#app/app.css';
import { MantineProvider } from '@mantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Tooltip } from '#ui/Tooltip.tsx';
import { TooltipLayer } from '#ui/TooltipLayer.tsx';

describe('Tooltip', () => {
  const tooltip = page.getByRole('tooltip');

  beforeEach(async () => {
    await page.viewport(600, 400);
    await render(
      <MantineProvider>
        <Tooltip label="Kembali ke daftar">
          <button type="button" style={{ position: 'fixed', left: 0, top: 0 }}>
            Kembali
          </button>
        </Tooltip>
        <Tooltip label="Urungkan">
          <button type="button" style={{ position: 'fixed', left: 300, top: 200 }}>
            U
          </button>
        </Tooltip>
        <TooltipLayer />
      </MantineProvider>,
    );
  });

  it('shows while a mouse rests on its child, one at a time', async () => {
    await userEvent.hover(page.getByRole('button', { name: 'Kembali' }));
    await expect.element(tooltip).toHaveTextContent('Kembali ke daftar');

    await userEvent.hover(page.getByRole('button', { name: 'U', exact: true }));
    await expect.element(tooltip).toHaveTextContent('Urungkan');

    await userEvent.keyboard('{Escape}');
    await expect.element(tooltip).not.toBeInTheDocument();
  });

  it('shows at once for the keyboard, and describes the element to a screen reader', async () => {
    const button = page.getByRole('button', { name: 'Kembali' });

    focus(button);
    await expect.element(button).toHaveAccessibleDescription('Kembali ke daftar');
    await userEvent.tab();
    await expect.element(tooltip).toHaveTextContent('Urungkan');
    await expect.element(button).not.toHaveAttribute('aria-describedby');
  });

  it('stays within the window', async () => {
    const button = page.getByRole('button', { name: 'Kembali' });

    focus(button);
    await expect.element(tooltip).toBeVisible();

    const box = tooltip.element().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(button.element().getBoundingClientRect().bottom);
  });
});

function focus(locator: Locator): void {
  const element = locator.element();
  if (element instanceof HTMLElement) element.focus();
}
