import type { ProblemCode } from '#protocol/problems.ts';

/** Of a bad file: where it is bad, and why. */
interface ProblemSpot {
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
  readonly word?: string | undefined;
}

/** Thrown by a route to answer with a problem; its message is English, for whoever reads the answer. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  /** The spot in a bad file. */
  readonly place: string | undefined;

  /** What is wrong there, and what that is about. */
  readonly reason: string | undefined;
  readonly word: string | undefined;

  constructor(code: ProblemCode, message: string, { place, reason, word }: ProblemSpot = {}) {
    super(message);
    this.name = 'HttpProblem';
    this.code = code;
    this.place = place;
    this.reason = reason;
    this.word = word;
  }
}
