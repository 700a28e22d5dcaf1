/** The state that the server has now, where else the id of a version stands. */
export const PRESENT = 'kini';

/** The page that compares two states of a procedure, each the id of a version or `PRESENT`. */
export function toComparePath(procedureId: string, before: string, after: string): string {
  const states = new URLSearchParams({ dari: before, ke: after });
  return `/prosedur/${encodeURIComponent(procedureId)}/banding?${states}`;
}
