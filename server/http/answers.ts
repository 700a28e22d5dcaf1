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
): T & Readonly<Record<number, z.ZodType>> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...problems, ...commonProblems]) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const described = [...byStatus].map(([status, codes]) => [
    status,
    problemSchema.describe(codes.join(', ')),
  ]);
  return { ...Object.fromEntries(described), ...own };
}

/** The empty answer of a route that only does something. */
export const nothing = z.null().describe('Done');

/** The answer of a route that gives out a file. */
export const anyFile = z.any().describe('The file, as an attachment');
