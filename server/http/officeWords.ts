import { collectWords, mergeWords, type Words } from '#core/words/collectWords.ts';
import type { ProcedureSummary } from '#protocol/api.ts';
import type { HttpParts } from './parts.ts';

/** How many of a person's procedures are looked at, the newest first, and how many are remembered. */
const maxRead = 60;
const maxRemembered = 1000;
/** How many texts of a kind are told. */
const maxTexts = 200;

/** The words of procedures, remembered until these change. Who asks says which ones it may be. */
export class OfficeWords {
  readonly #documents: Pick<HttpParts['documents'], 'readProcedure'>;
  /** By procedure; the one looked at last is the last. */
  readonly #known = new Map<string, { readonly updatedAt: string; readonly words: Words }>();

  constructor(documents: Pick<HttpParts['documents'], 'readProcedure'>) {
    this.#documents = documents;
  }

  /** Of these procedures, as somebody may read them. */
  async of(procedures: readonly ProcedureSummary[]): Promise<Words> {
    const all: Words[] = [];
    for (const { id, updatedAt } of procedures.slice(0, maxRead))
      all.push(await this.#wordsOf(id, updatedAt));
    return mergeWords(all, maxTexts);
  }

  async #wordsOf(id: string, updatedAt: string): Promise<Words> {
    const known = this.#known.get(id);
    const words =
      known?.updatedAt === updatedAt
        ? known.words
        : collectWords(await this.#documents.readProcedure(id));
    this.#known.delete(id);
    this.#known.set(id, { updatedAt, words });
    const [oldest] = this.#known.keys();
    if (this.#known.size > maxRemembered && oldest !== undefined) this.#known.delete(oldest);
    return words;
  }
}
