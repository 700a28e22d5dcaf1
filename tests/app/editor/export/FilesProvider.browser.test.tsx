import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ExportMenu } from '#app/editor/ExportMenu.tsx';
import { FilesProvider } from '#app/editor/export/FilesProvider.tsx';
import { openView } from '#tests/support/openView.tsx';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';

describe('FilesProvider', () => {
  it('shows how far a long file is, and lets it be stopped', async () => {
    await openView(
      <FilesProvider>
        <ExportMenu />
      </FilesProvider>,
      typicalProcedure(1000, 6, 1),
    );

    await page.getByRole('button', { name: 'Unduh' }).click();
    await page.getByRole('menuitem', { name: /^PDF/ }).click();
    await expect.element(page.getByText(/^Halaman \d+ dari \d+$/), patience).toBeVisible();
    await page.getByRole('button', { name: 'Batalkan' }).click();

    await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Unduh' })).toBeEnabled();
    await expect.element(page.getByText(/diunduh\.$/)).not.toBeInTheDocument();
  });
});

const patience = { timeout: 20_000 };
