import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { joinDocument, openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { IdentityForm } from '#views/identity/IdentityForm.tsx';
import { Table } from '#views/table/Table.tsx';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const hostile = drawing.replace('<path', '<script>alert(1)</script><path');
const logo = `data:image/svg+xml;base64,${btoa(drawing)}`;

describe('the logo in the identity', () => {
  it('is chosen from a file, shown, and removed again', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());

    await userEvent.upload(fileField(), svgFile(drawing));
    await expect.element(page.getByAltText('Logo saat ini')).toBeVisible();
    expect(session.procedure.get().identity.logo).toBe(logo);

    await page.getByRole('button', { name: 'Hapus logo' }).click();
    expect(session.procedure.get()).toEqual(smallProcedure());
    session.undo();
    expect(session.procedure.get().identity.logo).toBe(logo);
  });

  it('says what is wrong with a hostile file, and keeps the logo', async () => {
    const session = await openView(<IdentityForm />, withLogo());

    await userEvent.upload(fileField(), svgFile(hostile));

    await expect.element(page.getByText(/SVG itu memuat skrip/)).toBeVisible();
    expect(session.procedure.get()).toEqual(withLogo());
  });

  it('shows the logo that somebody else chose', async () => {
    const session = await openView(<IdentityForm />, smallProcedure());

    joinDocument(session).apply({ type: 'setLogo', logo });

    await expect.element(page.getByAltText('Logo saat ini')).toBeVisible();
  });

  it('is only shown to readers', async () => {
    await openView(<IdentityForm />, withLogo(), 'viewer');

    await expect.element(page.getByAltText('Logo saat ini')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Hapus logo' })).not.toBeInTheDocument();
  });
});

describe('the logo on the page', () => {
  it('is added where the letterhead stands, and printed there', async () => {
    const session = await openView(<Table />, smallProcedure());

    await expect.element(page.getByRole('button', { name: 'Tambah logo' })).toBeVisible();
    await userEvent.upload(fileField(), svgFile(drawing));

    await expect.element(page.getByRole('button', { name: 'Tindakan untuk logo' })).toBeVisible();
    expect(document.querySelector('.tableScene image')?.getAttribute('href')).toBe(logo);
    expect(session.procedure.get().identity.logo).toBe(logo);
  });

  it('is dropped onto its place', async () => {
    const session = await openView(<Table />, smallProcedure());
    const place = page.getByRole('button', { name: 'Tambah logo' });
    await expect.element(place).toBeVisible();

    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(svgFile(drawing));
    place.element().dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));

    await expect.poll(() => session.procedure.get().identity.logo).toBe(logo);
  });

  it('is removed by its menu', async () => {
    const session = await openView(<Table />, withLogo());

    await page.getByRole('button', { name: 'Tindakan untuk logo' }).click();
    await page.getByRole('menuitem', { name: 'Hapus logo' }).click();

    expect(session.procedure.get()).toEqual(smallProcedure());
  });
});

function withLogo() {
  const { identity, ...rest } = smallProcedure();
  return { ...rest, identity: { ...identity, logo } };
}

function fileField(): HTMLElement {
  const field = document.querySelector<HTMLElement>('input[type="file"]');
  if (!field) throw new Error('No file field');
  return field;
}

function svgFile(text: string): File {
  return new File([text], 'logo.svg', { type: 'image/svg+xml' });
}
