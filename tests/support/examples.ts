import { readdirSync, readFileSync } from 'node:fs';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';

const folder = 'public/examples';

/** One of the examples that the application offers, by its file name without `.sop.json`. */
export function readExample(name: string): Procedure {
  const parsed = parseProcedureJson(readFileSync(`${folder}/${name}.sop.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problem.place} ${parsed.problem.message}`);
  return parsed.procedure;
}

/** All of them. */
export function readExamples(): readonly { name: string; procedure: Procedure }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sop.json'))
    .map((file) => file.replace('.sop.json', ''))
    .map((name) => ({ name, procedure: readExample(name) }));
}
