import { read } from '#app/api.ts';
import type { Words } from '#core/words/collectWords.ts';
import { wordsSchema } from '#protocol/words.ts';

/** What the procedures that I may read use. Rejects with an `ApiProblem`. */
export function fetchWords(): Promise<Words> {
  return read(wordsSchema, '/api/words');
}
