import { z } from 'zod';
import { problemSchema } from '#protocol/api.ts';
import { type ProblemCode, problemStatus } from '#protocol/problems.ts';

/** Problems that any route may answer with. */
const commonProblems: readonly ProblemCode[] = ['too-many-requests', 'unexpected'];

/**
 * The `response` schemas of a route: its own answers by status, and its problems gathered by theirs.
 * They become part of `/api/openapi.json`.
 */
export function answers<T extends Readonly<Record<number, z.core.$ZodType>>>(
  own: T,
  problems: readonly ProblemCode[] = [],
): T {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...problems, ...commonProblems]) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const described = [...byStatus].map(([status, codes]) => [
    status,
    { description: codes.join(', '), content: { 'application/json': { schema: problemSchema } } },
  ]);
  const named = Object.entries(own).map(([status, schema]) => [
    status,
    describe(schema, status === '201' ? 'Created' : 'OK'),
  ]);
  return Object.fromEntries([...described, ...named]);
}

/** The `response` schemas of a route on one procedure: it wants a sign-in and a role in it. */
export function procedureAnswers<T extends Readonly<Record<number, z.core.$ZodType>>>(
  own: T,
  problems: readonly ProblemCode[] = [],
): T {
  return answers(own, ['sign-in-needed', 'forbidden', 'unknown-procedure', ...problems]);
}

/** A copy with this description, unless the schema has one. */
function describe(schema: z.core.$ZodType, description: string): z.core.$ZodType {
  if (z.globalRegistry.get(schema)?.description) return schema;
  const copy = z.core.clone(schema, schema._zod.def, { parent: true });
  z.globalRegistry.add(copy, { description });
  return copy;
}

/** The empty answer of a route that only does something. */
export const nothing = z.null().describe('Done');

/** The answer of a route that gives out a file. */
export const anyFile = z.any().describe('The file, as an attachment named after the procedure');
