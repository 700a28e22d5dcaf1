import type { ProcedureSummary } from '#protocol/api.ts';

/** The procedures whose title or number contains every word of the query, in any order. */
export function searchProcedures(
  procedures: readonly ProcedureSummary[],
  query: string,
): readonly ProcedureSummary[] {
  const words = toPlain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return procedures;
  return procedures.filter(({ title, number }) => {
    const text = toPlain(`${title} ${number}`);
    return words.every((word) => text.includes(word));
  });
}

/** Lower case, without accents. */
function toPlain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('id');
}
