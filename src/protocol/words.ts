import * as z from 'zod/mini';

const texts = z.array(z.string());

/** `GET /api/words`: what the procedures that I may read use, by kind, the most used first. */
export const wordsSchema = z.object({
  actors: texts,
  documents: texts,
  durations: texts,
  units: texts,
  legalBases: texts,
  titles: texts,
  numbers: texts,
});
