import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiProblem } from '#app/api.ts';
import { id } from '#app/i18n/id.ts';
import { toFileProblemText, toNoteText, toPlaceText } from '#app/list/importTexts.ts';
import { FILE_REASONS } from '#core/model/fileProblem.ts';
import { parseProcedureJson } from '#core/model/parse.ts';

const texts = i18next.createInstance();

beforeAll(() =>
  texts.init({ lng: 'id', resources: { id }, interpolation: { escapeValue: false } }),
);

describe('toFileProblemText', () => {
  it('says in Indonesian where a file is wrong and why, whatever the English message is', () => {
    const file = { format: 'alur.sop', version: 1 };
    const parsed = parseProcedureJson(JSON.stringify(file));

    const problem = parsed.ok ? undefined : parsed.problem;

    expect(textOf({ ...problem, message: 'is English' })).toBe(
      'Di identity: Bagian ini tidak ada.',
    );
    expect(textOf({ place: 'Data!F3', reason: 'unknown-step', word: '7' })).toBe(
      'Di Data!F3: Tidak ada langkah “7”.',
    );
    expect(textOf({ place: 'line 4, column 7', reason: 'not-json' })).toBe(
      'Di baris 4, kolom 7: Isinya bukan JSON yang benar.',
    );
    expect(textOf({ place: 'file', reason: 'not-ours' })).toBe(
      'Berkas ini tidak ditulis oleh Alur.',
    );
  });

  it('has words for every reason, and none for one that it does not know', () => {
    const missing = FILE_REASONS.filter((reason) => !(reason in id.importing.problem));

    expect(missing).toEqual([]);
    expect(textOf({ place: 'file', reason: 'from-tomorrow' })).toBe(undefined);
  });
});

describe('toNoteText', () => {
  it('says what was simplified by its code', () => {
    const t = texts.getFixedT('id', 'importing');

    expect(toNoteText({ code: 'gateway-simplified', place: 'x', message: 'English' }, t)).toBe(
      'Gerbang menjadi keputusan.',
    );
    expect(toPlaceText('file', t)).toBe('berkas');
  });
});

function textOf(problem: object): string | undefined {
  const said = { code: 'bad-file', status: 400, message: 'is English', ...problem };
  return toFileProblemText(new ApiProblem(said), texts.getFixedT('id', 'importing'));
}
