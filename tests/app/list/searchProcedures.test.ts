import { describe, expect, it } from 'vitest';
import { searchProcedures } from '#app/list/searchProcedures.ts';
import type { ProcedureSummary } from '#protocol/api.ts';

function summary(title: string, number = ''): ProcedureSummary {
  return {
    id: title,
    title,
    number,
    role: 'owner',
    stepCount: 2,
    openSuggestions: 0,
    createdAt: '2026-11-24T12:00:00Z',
    updatedAt: '2026-11-24T12:00:00Z',
    updatedBy: 'Siti',
  };
}

const mail = summary('Pengelolaan Surat Masuk', '025/ORT.06-SOP/2026');
const leave = summary('Permohonan Cuti Pegawai');

describe('searchProcedures', () => {
  it.each([
    ['', [mail, leave]],
    ['masuk SURAT', [mail]],
    ['025', [mail]],
    ['cúti', [leave]],
    ['rapat', []],
  ])('finds for “%s”', (query, found) => {
    expect(searchProcedures([mail, leave], query)).toEqual(found);
  });
});
