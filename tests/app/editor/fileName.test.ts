import { describe, expect, it } from 'vitest';
import { parseFileName } from '#app/editor/fileName.ts';

describe('parseFileName', () => {
  it('reads the plain name', () => {
    expect(parseFileName('attachment; filename="SOP Surat Masuk.pdf"')).toBe('SOP Surat Masuk.pdf');
  });

  it('prefers the name that keeps every letter', () => {
    const header = `attachment; filename="SOP _.pdf"; filename*=UTF-8''SOP%20%E2%80%9CA%E2%80%9D.pdf`;

    expect(parseFileName(header)).toBe('SOP “A”.pdf');
  });

  it.each([null, 'attachment', "attachment; filename*=UTF-8''%E2%8"])(
    'finds none in %s',
    (header) => {
      expect(parseFileName(header)).toBeUndefined();
    },
  );
});
