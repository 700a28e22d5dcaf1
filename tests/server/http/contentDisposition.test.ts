import { describe, expect, it } from 'vitest';
import { toContentDisposition } from '#server/http/contentDisposition.ts';
import { parseFileName } from '#tests/support/parseFileName.ts';

describe('toContentDisposition', () => {
  it.each([
    'SOP Pelayanan.pdf',
    'SOP Évaluasi “mutu” 100%.pdf',
    "SOP Jum'at (pagi)*.pdf",
    'SOP 選挙.pdf',
  ])('is read back as %s', (name) => {
    expect(parseFileName(toContentDisposition(name))).toBe(name);
  });

  it('is plain ASCII, for old programs too', () => {
    expect(toContentDisposition('SOP Évaluasi “mutu”.pdf')).toBe(
      'attachment; filename="SOP Evaluasi _mutu_.pdf"; ' +
        "filename*=UTF-8''SOP%20%C3%89valuasi%20%E2%80%9Cmutu%E2%80%9D.pdf",
    );
  });
});
