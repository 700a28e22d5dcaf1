import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import { toTwips } from '#render/office/units.ts';

/** The paragraph styles that a clerk finds in Word's list, by what they are for. */
export type StyleId =
  | 'TabelSOP'
  | 'KepalaTabel'
  | 'Identitas'
  | 'JudulIdentitas'
  | 'IsiHalaman'
  | 'CatatanTabel'
  | 'SimbolSOP'
  | 'LabelPanah'
  | 'Header'
  | 'Jangkar';

/** Size and weight of a text. */
export interface TextFace {
  readonly size: number;
  readonly weight: 'regular' | 'bold';
}

/** The names that Word shows; `header` is Word's own, which it translates. */
export const styleNames: Readonly<Record<StyleId, string>> = {
  TabelSOP: 'Tabel SOP',
  KepalaTabel: 'Kepala Tabel',
  Identitas: 'Identitas',
  JudulIdentitas: 'Judul Identitas',
  IsiHalaman: 'Isi Halaman',
  CatatanTabel: 'Catatan Tabel',
  SimbolSOP: 'Simbol SOP',
  LabelPanah: 'Label Panah',
  Header: 'header',
  Jangkar: 'Jangkar Gambar',
};

/** How each style looks in one document: its commonest text; what differs is said at the text. */
export class TextStyles {
  readonly #counts = new Map<StyleId, Map<string, { face: TextFace; count: number }>>();

  /** Notes that a text of this style is set like this. */
  count(style: StyleId, { size, weight }: TextFace): void {
    const faces = this.#counts.get(style) ?? new Map();
    this.#counts.set(style, faces);
    const key = `${size} ${weight}`;
    const known = faces.get(key);
    faces.set(key, { face: { size, weight }, count: (known?.count ?? 0) + 1 });
  }

  /** The commonest face; the first where several are. */
  faceOf(style: StyleId): TextFace {
    const faces = [...(this.#counts.get(style)?.values() ?? [])];
    const most = Math.max(...faces.map(({ count }) => count));
    return faces.find(({ count }) => count === most)?.face ?? { size: 8, weight: 'regular' };
  }
}

/** `w:rPr` children: weight and size, as far as they differ from another face. */
export function toFaceXml({ size, weight }: TextFace, than?: TextFace): string {
  const isBold = weight === 'bold';
  const bold = isBold ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>';
  const halfPoints = toHalfPoints(size);
  const share = toStretch(size);
  const stretch = share === (than ? toStretch(than.size) : 100) ? '' : `<w:w w:val="${share}"/>`;
  const sizes = `${stretch}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  const ownBold = than ? weight !== than.weight : isBold;
  const ownSize = !than || size !== than.size;
  return `${ownBold ? bold : ''}${ownSize ? sizes : ''}`;
}

/** Word's sizes are whole halves of a pt; what is between them is stretched to its width. */
function toHalfPoints(size: number): number {
  return Math.max(2, Math.round(size * 2));
}

/** Whether letters of this size are set wider or narrower than Word's nearest size. */
export function isStretched(size: number): boolean {
  return toStretch(size) !== 100;
}

/** Width of the letters in percent, where Word has no such size. */
function toStretch(size: number): number {
  return Math.round((size * 200) / toHalfPoints(size));
}

/** Word sets an exact line's baseline this far below its upper edge, as a share of its height. */
const BASELINE = 0.8;

/** Where Word's line has to begin, in pt, for its baseline to stand at the line's `y`. */
export function toLineTop({ y, size }: { readonly y: number; readonly size: number }): number {
  return y - BASELINE * size * LINE_HEIGHT;
}

/** Distance of two baselines, in twips. */
export function toLinePitch(size: number): number {
  return toTwips(size * LINE_HEIGHT);
}
