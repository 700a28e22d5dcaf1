import { toTwips } from '#render/office/units.ts';
import { ANCHOR_HEIGHT } from './pageBody.ts';
import type { PageFlow } from './pageFlow.ts';

/** Pages one after the other that share paper, margins and header. */
export interface Section {
  readonly pages: readonly PageFlow[];
  /** Number of its first page, from 1. */
  readonly firstPage: number;
  readonly width: number;
  readonly height: number;
  /** Where the text begins, and how wide it is, in pt. */
  readonly left: number;
  readonly top: number;
  readonly textWidth: number;
  /** White below the text; less than on the page, so that rounding pushes nothing to the next. */
  readonly bottomMargin: number;
}

const SPARE = 12;
const LEAST_MARGIN = 8;

export function toSections(flows: readonly PageFlow[]): readonly Section[] {
  const starts = flows.flatMap((flow, at) => (isAlike(flows[at - 1], flow) ? [] : [at]));
  return starts.map((start, at) => toSection(flows.slice(start, starts[at + 1]), start + 1));
}

function isAlike(before: PageFlow | undefined, flow: PageFlow): boolean {
  if (!before) return false;
  return (
    before.scene.width === flow.scene.width &&
    before.scene.height === flow.scene.height &&
    before.documentNumber?.text === flow.documentNumber?.text &&
    (before.pageNumber === undefined) === (flow.pageNumber === undefined) &&
    before.mark?.text === flow.mark?.text
  );
}

function toSection(pages: readonly PageFlow[], firstPage: number): Section {
  const { width = 0, height = 0 } = pages[0]?.scene ?? {};
  const blocks = pages.flatMap((page) => page.blocks);
  const captions = pages.flatMap(({ documentNumber, pageNumber }) => [documentNumber, pageNumber]);
  const lefts = [...blocks.map(({ x }) => x), ...captions.map((text) => text?.x ?? width)];
  const rights = [...blocks.map(({ right }) => right), ...captions.map((text) => text?.x ?? 0)];
  const left = Math.max(LEAST_MARGIN, Math.min(...lefts, width / 4));
  const right = Math.min(width - LEAST_MARGIN, Math.max(...rights, (width * 3) / 4));
  const top = Math.min(...blocks.map((block) => block.top), height / 2) - ANCHOR_HEIGHT;
  const bottom = Math.max(...blocks.map((block) => block.bottom), height / 2);
  return {
    pages,
    firstPage,
    width,
    height,
    left,
    top,
    textWidth: right - left,
    bottomMargin: Math.max(LEAST_MARGIN, height - bottom - SPARE),
  };
}

/** `w:sectPr`: paper, margins, header. */
export function toSectionXml(
  { width, height, left, top, textWidth, bottomMargin }: Section,
  { headerLink, headerTop }: { readonly headerLink: string; readonly headerTop: number },
): string {
  const turned = width > height ? ' w:orient="landscape"' : '';
  const margins = {
    top: toTwips(top),
    right: toTwips(width - left - textWidth),
    bottom: toTwips(bottomMargin),
    left: toTwips(left),
    header: toTwips(headerTop),
    footer: toTwips(LEAST_MARGIN),
    gutter: 0,
  };
  const listed = Object.entries(margins).map(([name, value]) => ` w:${name}="${value}"`);
  return [
    `<w:sectPr><w:headerReference w:type="default" r:id="${headerLink}"/>`,
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${toTwips(width)}" w:h="${toTwips(height)}"${turned}/>`,
    `<w:pgMar${listed.join('')}/><w:cols w:space="720"/></w:sectPr>`,
  ].join('');
}
