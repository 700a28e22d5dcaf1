import type { ProblemCode } from '#protocol/problems.ts';

/** Thrown by a route to answer with a problem; its message is English, for whoever reads the answer. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  /** The spot in a bad file. */
  readonly place: string | undefined;

  constructor(code: ProblemCode, message: string, place?: string) {
    super(message);
    this.name = 'HttpProblem';
    this.code = code;
    this.place = place;
  }
}
