import { z } from 'zod';
import { problemSchema } from '#protocol/api.ts';
import { type ProblemCode, problemStatus } from '#protocol/problems.ts';

/** Problems that any route may answer with. */
const commonProblems: readonly ProblemCode[] = ['too-many-requests', 'unexpected'];

/**
 * The `response` schemas of a route: its own answers by status, and its problems gathered by theirs.
 * They become part of `/api/openapi.json`.
 */
export function answers<T extends Readonly<Record<number, z.ZodType>>>(
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
    schema.description ? schema : schema.describe(status === '201' ? 'Created' : 'OK'),
  ]);
  return Object.fromEntries([...described, ...named]);
}

/** The empty answer of a route that only does something. */
export const nothing = z.null().describe('Done');

/** The answer of a route that gives out a file. */
export const anyFile = z.any().describe('The file, as an attachment named after the procedure');
