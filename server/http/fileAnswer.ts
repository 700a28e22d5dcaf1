import { fileSchema } from '#core/model/schema.ts';

/** The answer of a route that gives out a procedure file; routes send it as text, already in order. */
export const fileAnswer = fileSchema.describe('A procedure file, see docs/format.md');
