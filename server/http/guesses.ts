import type { FastifyReply } from 'fastify';
import type { GuessLimits } from '#server/auth/guessLimits.ts';
import { HttpProblem } from './httpProblem.ts';

/** Counts a guess before it is made; throws when there were too many. */
export function takeGuess(
  guesses: GuessLimits,
  reply: FastifyReply,
  { address, account }: { readonly address: string; readonly account: string },
): void {
  const waitMs = guesses.take(address, account);
  if (waitMs === undefined) return;
  reply.header('retry-after', Math.ceil(waitMs / 1000));
  throw new HttpProblem('too-many-requests', 'Too many attempts; wait a little.');
}
