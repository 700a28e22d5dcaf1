import type { Procedure } from '#core/model/procedure.ts';

/** The kinds of words that a procedure uses and others may use again. */
type WordKind =
  | 'actors'
  | 'documents'
  | 'durations'
  | 'units'
  | 'legalBases'
  | 'titles'
  | 'numbers';

/** Texts that were used before, by kind: the most used first. */
export type Words = Readonly<Record<WordKind, readonly string[]>>;

/** What a procedure uses, each text as often as it is there. */
export function collectWords({ identity, actors, steps }: Procedure): Words {
  const documents = steps.flatMap(({ requirements, output }) => [
    ...splitItems(requirements),
    ...splitItems(output),
  ]);
  return {
    actors: tidy(actors.map(({ name }) => name)),
    documents: tidy([...documents, ...identity.equipment, ...identity.records]),
    durations: tidy(steps.map(({ duration }) => duration)),
    units: tidy(identity.unit),
    legalBases: tidy(identity.legalBasis),
    titles: tidy([identity.title]),
    numbers: tidy([identity.number]),
  };
}

/** The words of several procedures together; of each kind the `most` that are used most. */
export function mergeWords(all: readonly Words[], most: number): Words {
  const merge = (kind: WordKind) => {
    const counts = new Map<string, number>();
    for (const words of all)
      for (const text of words[kind]) counts.set(text, (counts.get(text) ?? 0) + 1);
    // What is used as often stays in the order in which it came.
    const sorted = [...counts].sort(([, a], [, b]) => b - a);
    return sorted.slice(0, most).map(([text]) => text);
  };
  return {
    actors: merge('actors'),
    documents: merge('documents'),
    durations: merge('durations'),
    units: merge('units'),
    legalBases: merge('legalBases'),
    titles: merge('titles'),
    numbers: merge('numbers'),
  };
}

/** What separates the documents in one cell. */
export const itemBreak = /[,;\n]/;

/** Longer texts are no words that one uses again. */
const maxLength = 300;

function splitItems(text: string): readonly string[] {
  return text.split(itemBreak).map((item) => item.replace(/^\s*(?:\d+[.)]|[-•])\s*/, ''));
}

function tidy(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length > 1 && text.length <= maxLength);
}
