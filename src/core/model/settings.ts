export const PAPER_NAMES = ['a4', 'f4', 'letter', 'legal', 'a3'] as const;
export type PaperName = (typeof PAPER_NAMES)[number];

/** How one document is printed. An absent key means the default of `#core/layout/settings.ts`. */
export interface Settings {
  readonly paper?: PaperName;
  readonly orientation?: 'landscape' | 'portrait';
  /** White border of the page on all four sides, in mm. */
  readonly marginMm?: number;
  /** Band kept free above the lower margin for the electronic signature, in mm. */
  readonly footerBandMm?: number;
  readonly typeFamily?: 'arial' | 'bookman' | 'times';
  /** Size of the table's text, in pt; it shrinks to 6 pt where the page is too narrow. */
  readonly typeSizePt?: number;
  /** Size of the symbols, 1 = capsule 39 × 18 pt. */
  readonly symbolScale?: number;
  /** `activity`: the capsule is the first or last activity. `extra`: a capsule of its own stands beside its box. */
  readonly terminatorStyle?: 'activity' | 'extra';
  /** How a decision's usual exits are printed: Ya/Tidak or Y/T. */
  readonly exitLabels?: 'words' | 'letters';
  /** A header row with the column numbers 1, 2, 3 … */
  readonly columnNumbers?: boolean;
  /** The flowchart begins on the identity page when it fits there. */
  readonly startsOnIdentityPage?: boolean;
  /** Halaman Judul before everything else. */
  readonly cover?: boolean;
  /** The decision that puts the SOP into force, to be completed by hand. */
  readonly decreePage?: boolean;
  /** DRAF across each page; when absent, until Tanggal Efektif is filled in. */
  readonly draftMark?: boolean;
  /** A line under the table. */
  readonly tableNote?: string;
}
