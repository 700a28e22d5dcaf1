/** Paper sizes in portrait, in pt. F4 is the Indonesian folio, 215 × 330 mm. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  f4: { width: 609.45, height: 935.43 },
  letter: { width: 612, height: 792 },
  legal: { width: 612, height: 1008 },
} as const;
export type PaperName = keyof typeof papers;

/** What a caller may choose about the pages. */
export interface LayoutOptions {
  /** Default: A4; always landscape. */
  readonly paper?: PaperName;
}
