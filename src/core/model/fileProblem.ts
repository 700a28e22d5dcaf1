/** What is wrong in a file, for whoever says it in their own language; `word` says what a few of them are about. */
export const FILE_REASONS = [
  'too-large',
  'not-json',
  'newer-version',
  'not-procedure',
  'unknown-key',
  'missing',
  'wrong-type',
  'wrong-value',
  'too-long',
  'too-many',
  'empty',
  'bad-value',
  'doubled-id',
  'doubled-flow',
  'unknown-actor',
  'unknown-symbol',
  'self-flow',
  'unsupported',
  'not-xml',
  'broken-markup',
  'document-type',
  'too-deep',
  'not-bpmn',
  'no-process',
  'damaged',
  'not-ours',
  'no-titles',
  'unknown-step',
  'doubled-number',
  'no-symbol',
  'no-actor',
  'unknown-kind',
  'not-yes-no',
  'not-date',
  'not-settable',
  'too-low',
  'cell-error',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

/** A spot in a file and what is wrong there: `steps[3].symbols[0].actor`, `no actor "kasubag"`. */
export interface FileProblem {
  readonly place: string;
  /** English, for programmers and logs. */
  readonly message: string;
  readonly reason: FileReason;
  /** What stands there, or the limit that it breaks. */
  readonly word?: string;
}
