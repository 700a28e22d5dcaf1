import * as z from 'zod/mini';
import { read } from '#app/api.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';

/** What templates are about, in the order in which the gallery offers it. */
export const TOPICS = [
  'service',
  'office',
  'finance',
  'logistics',
  'voters',
  'elections',
  'example',
] as const;
export type Topic = (typeof TOPICS)[number];

export const templatesSchema = z.array(
  z.object({
    path: z.string(),
    topic: z.enum(TOPICS),
    title: z.string(),
    steps: z.number(),
    actors: z.number(),
  }),
);

/** What the gallery knows of a template before its file is read. */
export type TemplateSummary = z.infer<typeof templatesSchema>[number];

/** Every template that comes with the application. Rejects with an `ApiProblem`. */
export function readTemplates(): Promise<readonly TemplateSummary[]> {
  return read(templatesSchema, '/templates/index.json');
}

/** The SOP of a template. Rejects with an `ApiProblem`. */
export async function readTemplate(path: string): Promise<Procedure> {
  return toProcedure(await read(z.unknown(), path));
}

function toProcedure(file: unknown): Procedure {
  const parsed = parseProcedureFile(file);
  if (!parsed.ok) throw new RangeError(`${parsed.problem.place} ${parsed.problem.message}`);
  return parsed.procedure;
}
