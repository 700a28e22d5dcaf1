import type { Identity } from '#core/model/procedure.ts';
import type { Box, Caption } from './geometry.ts';
import { papers } from './paper.ts';
import type { PageSettings } from './settings.ts';
import type { TextStyle } from './text/measureText.ts';
import { shapeText } from './text/shapeText.ts';
import type { TypeFamily } from './text/widthTable.ts';
import { clipLines, wrapText } from './text/wrapText.ts';
import { placeLines } from './textBlock.ts';

/** A page without its content: where content may stand, and what stands on every page. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** Between the margins, below the caption and above the footer band. */
  readonly content: Box;
  /** The line above the content, for document number and page number. */
  readonly caption: Box;
}

const PT_PER_MM = 72 / 25.4;
const CAPTION_HEIGHT = 13;

export function toPageFrame(settings: PageSettings): PageFrame {
  const paper = papers[settings.paper];
  const isWide = settings.orientation === 'landscape';
  const width = isWide ? paper.height : paper.width;
  const height = isWide ? paper.width : paper.height;
  const margin = settings.marginMm * PT_PER_MM;
  const top = margin + CAPTION_HEIGHT;
  const bottom = height - margin - settings.footerBandMm * PT_PER_MM;
  return {
    width,
    height,
    caption: { x: margin, y: margin, width: width - 2 * margin, height: CAPTION_HEIGHT },
    content: { x: margin, y: top, width: width - 2 * margin, height: bottom - top },
  };
}

const FORMAL_MARGIN_MM = 20;

/** For cover and decree: wide margins, and no line above the content. */
export function toFormalFrame(
  settings: PageSettings,
  orientation: PageSettings['orientation'] = settings.orientation,
): PageFrame {
  const marginMm = Math.max(settings.marginMm, FORMAL_MARGIN_MM);
  // The band for the electronic signature lies in the wider margin.
  const footerBandMm = Math.max(0, settings.footerBandMm - (marginMm - settings.marginMm));
  const frame = toPageFrame({ ...settings, orientation, marginMm, footerBandMm });
  const { caption, content } = frame;
  const height = content.height + content.y - caption.y;
  return { ...frame, content: { ...content, y: caption.y, height } };
}

/** "025/ORT.06-SOP/2026 · Pengelolaan Surat Masuk" and "Halaman 2 dari 4". */
export function toCaptions(
  { number, title }: Identity,
  { page, pageCount }: { readonly page: number; readonly pageCount: number },
  { frame, family }: { readonly frame: PageFrame; readonly family: TypeFamily },
): readonly Caption[] {
  const style: TextStyle = { size: 7, weight: 'regular', family };
  const name = [number, title].map((text) => text.trim()).filter((text) => text !== '');
  const box = { ...frame.caption, height: frame.caption.height - 3 };
  const place = (text: string, align: 'start' | 'end', share: number): readonly Caption[] => {
    const role = align === 'start' ? 'document-number' : 'page-number';
    const shaped = shapeText(text.replaceAll(/\s+/g, ' '), style.weight, family);
    const maxWidth = (box.width * share) / style.size;
    const lines = clipLines(wrapText(shaped, maxWidth), 1, { shaped, maxWidth });
    const placed = placeLines(lines, box, { style, align, valign: 'middle' });
    return placed.map((line) => ({ ...line, role }));
  };
  return [
    ...place(name.join(' · '), 'start', 0.75),
    ...place(`Halaman ${page} dari ${pageCount}`, 'end', 0.2),
  ];
}
