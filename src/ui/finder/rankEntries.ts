/** Something that can be found by what is typed. */
export interface FinderEntry {
  readonly id: string;
  /** What it is called, and looked for in. */
  readonly label: string;
  /** What tells it apart from others of the same name; looked for in too. */
  readonly detail?: string;
  /** Found before everything else when just this is typed: a step's number. */
  readonly number?: number;
  /** The chord that asks for it without the finder, as `parseChord` reads it. */
  readonly chord?: string;
}

/**
 * The entries that have every typed word in them, the best first: the number itself, then names that
 * begin with what was typed, then words that do, then the rest. The order stays among equals; all of
 * them when nothing is typed.
 */
export function rankEntries<Entry extends FinderEntry>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const query = toPlain(typed).trim();
  if (query === '') return entries;
  const words = query.split(/\s+/);
  return entries
    .map((entry) => ({ entry, rank: toRank(entry, query, words) }))
    .filter(({ rank }) => rank !== undefined)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ entry }) => entry);
}

/** 0 is best; undefined: it does not fit. */
function toRank(entry: FinderEntry, query: string, words: readonly string[]): number | undefined {
  if (entry.number !== undefined && String(entry.number) === query) return 0;
  const label = toPlain(entry.label);
  const text = `${label} ${toPlain(entry.detail ?? '')}`;
  if (!words.every((word) => text.includes(word))) return undefined;
  if (label.startsWith(query)) return 1;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 2 : 3;
}

/** Small letters without marks: "Évaluasi" is found by "eval". */
function toPlain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
