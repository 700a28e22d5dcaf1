import type { PaperName } from '#core/model/settings.ts';

interface PaperSize {
  /** In pt, portrait. */
  readonly width: number;
  readonly height: number;
}

/** F4 is the Indonesian folio, 215 × 330 mm. */
export const papers: Readonly<Record<PaperName, PaperSize>> = {
  a4: { width: 595.28, height: 841.89 },
  f4: { width: 609.45, height: 935.43 },
  letter: { width: 612, height: 792 },
  legal: { width: 612, height: 1008 },
  a3: { width: 841.89, height: 1190.55 },
};
