import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { BpmnView } from '#views/bpmn/BpmnView.tsx';

const examples = [
  'pemutakhiran-data-pemilih',
  'penggantian-antarwaktu-dprd',
  'penyusunan-dan-penetapan-sop',
  'permohonan-informasi-publik',
];

describe('BpmnView', () => {
  it.each(examples)('draws %s without a warning', async (name) => {
    await openView(<BpmnView />, await readExample(name));

    await expect.element(diagram()).toHaveAttribute('data-warnings', '0');
    expect(document.querySelectorAll('.djs-shape').length).toBeGreaterThan(8);
  });

  it('draws an edit soon after it, and keeps the zoom', async () => {
    const session = await openView(<BpmnView />, smallProcedure());
    await expect.element(page.getByText('Menandatangani', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Perbesar' }).click();
    const before = toZoom();

    session.apply({
      type: 'setText',
      target: { of: 'step', step: 'sign', field: 'activity' },
      text: 'Menyetujui',
    });

    await expect.element(page.getByText('Menyetujui', { exact: true })).toBeVisible();
    expect(toZoom()).toBeCloseTo(before, 2);
    await expect.element(diagram()).toHaveAttribute('data-warnings', '0');
  });

  it('zooms, and shows the whole diagram again', async () => {
    await openView(<BpmnView />, smallProcedure());
    await page.getByRole('button', { name: 'Tampilkan seluruh diagram' }).click();
    const whole = toZoom();

    await page.getByRole('button', { name: 'Perkecil' }).click();
    expect(toZoom()).toBeLessThan(whole);
    await userEvent.click(page.getByRole('button', { name: 'Tampilkan seluruh diagram' }));
    expect(toZoom()).toBeCloseTo(whole, 5);
  });

  it('says the diagram in words', async () => {
    await openView(<BpmnView />, smallProcedure());

    await expect
      .element(page.getByRole('list', { name: 'Isi diagram sebagai teks' }))
      .toHaveTextContent(
        '2. Keputusan: Memeriksa surat. Pelaksana: Kasubag. Ya: ke langkah 3. Tidak: ke langkah 1.',
      );
  });

  it('says what to do when there is nothing to draw', async () => {
    await openView(<BpmnView />, { ...smallProcedure(), steps: [], flows: [] });

    await expect
      .element(page.getByRole('heading', { name: 'Belum ada yang dapat digambar' }))
      .toBeVisible();
  });
});

function diagram() {
  return page.getByRole('group', { name: /^Diagram BPMN/ });
}

async function readExample(name: string): Promise<Procedure> {
  const parsed = parseProcedureFile(await (await fetch(`/examples/${name}.sop.json`)).json());
  if (!parsed.ok) throw new RangeError(`${name} cannot be read`);
  return parsed.procedure;
}

/** The scale of the drawing, as bpmn-js sets it. */
function toZoom(): number {
  const viewport = document.querySelector('.viewport');
  const match = /matrix\(([\d.]+)/.exec(viewport?.getAttribute('transform') ?? '');
  return Number(match?.[1] ?? 1);
}
