import { describe, expect, it } from 'vitest';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureDocument } from '#core/layout/pageMetrics.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';

/** Little is left of the page, and the type is large. */
const CRAMPED = {
  paper: 'f4',
  marginMm: 40,
  footerBandMm: 50,
  typeFamily: 'bookman',
  typeSizePt: 12,
} as const satisfies Settings;

const LONG_NAME = 'Kepala Subbagian Teknis Penyelenggaraan Pemilu dan Partisipasi Masyarakat';

describe('the header of the table', () => {
  it('shows long names of actors and groups whole, in smaller type where the page is low', () => {
    const procedure = withNames('ABCDEF', LONG_NAME, 'Sekretariat KPU Kabupaten');

    const layout = layoutDocument(procedure, CRAMPED);

    expect(measureDocument(layout, procedure).clippedTexts).toBe(0);
    expect(layout.warnings?.map(({ code }) => code)).toContain('smaller-type');
  });

  it('shows the name of a group over one narrow column whole', () => {
    const procedure = withNames(
      'AB',
      'Staf',
      'Sekretariat Jenderal Bagian Perencanaan Program dan Data',
    );
    const [first, second] = procedure.actors;
    const actors = [first, { ...second, group: 'Ketua' }];
    const changed = { ...procedure, actors } as Procedure;

    const layout = layoutDocument(changed, CRAMPED);

    expect(measureDocument(layout, changed).clippedTexts).toBe(0);
  });

  it('cuts a name of many hundred letters rather than shrinking the page for it', () => {
    const procedure = withNames('ABC', `${LONG_NAME} `.repeat(12), '');

    const layout = layoutDocument(procedure, CRAMPED);

    expect(measureDocument(layout, procedure).clippedTexts).toBeGreaterThan(0);
    expect(layout.warnings).toEqual([expect.objectContaining({ code: 'smaller-type' })]);
  });
});

function withNames(letters: string, name: string, group: string): Procedure {
  const procedure = gridProcedure(letters, 'A1! > B2 > A3!');
  const actors = procedure.actors.map((actor) => ({ ...actor, name, ...(group && { group }) }));
  return { ...procedure, actors };
}
