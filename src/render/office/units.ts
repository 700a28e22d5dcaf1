const EMU_PER_PT = 12_700;
const TWIPS_PER_PT = 20;

/** English metric units: lengths of DrawingML. */
export function toEmu(pt: number): number {
  return Math.round(pt * EMU_PER_PT);
}

/** Twentieths of a pt: lengths of WordprocessingML. */
export function toTwips(pt: number): number {
  return Math.round(pt * TWIPS_PER_PT);
}
