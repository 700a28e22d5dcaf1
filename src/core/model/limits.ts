/** Bounds of one procedure; a file or an edit beyond them is refused. */
export const limits = {
  maxSteps: 2000,
  maxActors: 60,
  /** Symbols of one step. */
  maxSymbolsPerStep: 60,
  maxFlows: 10_000,
  /** Entries of one identity list. */
  maxListItems: 200,
  /** Length of one text, in UTF-16 code units. */
  maxTextLength: 20_000,
  /** Length of an id, in UTF-16 code units. */
  maxIdLength: 100,
  /** Length of the logo's `data:` URI: a picture of about 300 kB. */
  maxLogoLength: 400_000,
  /** Size of a procedure file, in bytes. */
  maxFileBytes: 5 * 1024 * 1024,
} as const;
