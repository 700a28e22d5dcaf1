import type { Scene } from '#core/export/scene.ts';
import { toTwips } from '#render/office/units.ts';
import { toPicture } from './picture.ts';
import { toRunText } from './wordXml.ts';

/** A drawn page that stands behind the text, as a PNG file. */
export interface DrawnAnnex {
  readonly label: string;
  readonly scene: Scene;
  readonly png: Uint8Array;
}

interface AnnexParts {
  /** Behind the body's last paragraph: the end of its section, then a section for each page. */
  readonly xml: string;
  readonly links: readonly {
    readonly id: string;
    readonly type: string;
    readonly target: string;
  }[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Each on a page of its own size; `section` is that of the text in front of them. */
export function toAnnexPages(annexes: readonly DrawnAnnex[], section: string): AnnexParts {
  const sections = [section, ...annexes.map(({ scene }) => toSection(scene))];
  // The last section's properties stand in the body, all others' in its last paragraph.
  const ends = sections.map((each, index) =>
    index === sections.length - 1 ? each : `<w:p><w:pPr>${each}</w:pPr></w:p>`,
  );
  const pages = annexes.map((annex, index) => `${toPage(annex, index)}${ends[index + 1]}`);
  return {
    xml: `${ends[0]}${pages.join('')}`,
    links: annexes.map((_, index) => ({
      id: toLink(index),
      type: 'image',
      target: `media/lampiran${index + 1}.png`,
    })),
    files: Object.fromEntries(
      annexes.map(({ png }, index) => [`word/media/lampiran${index + 1}.png`, png]),
    ),
  };
}

/** The sheet below its label, a little smaller than it is. */
function toPage({ label, scene }: DrawnAnnex, index: number): string {
  const { width, height } = scene;
  const scale = Math.min(
    (width - 2 * marginPt) / width,
    (height - 2 * marginPt - labelPt - footerPt) / height,
  );
  const box = {
    x: (width - width * scale) / 2,
    y: marginPt + labelPt,
    width: width * scale,
    height: height * scale,
  };
  const picture = toPicture(
    { kind: 'picture', ...box, href: '', description: label },
    { id: index + 2, link: toLink(index), name: `Lampiran ${index + 1}` },
  );
  const text = `<w:r>${toRunText(label)}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${text}${picture}</w:p>`;
}

/** Around the sheet, and above and below it. */
const marginPt = 18;
const labelPt = 24;
const footerPt = 12;

function toLink(index: number): string {
  return `rIdLampiran${index + 1}`;
}

function toSection({ width, height }: Scene): string {
  const orientation = width > height ? ' w:orient="landscape"' : '';
  return [
    `<w:sectPr><w:pgSz w:w="${toTwips(width)}" w:h="${toTwips(height)}"${orientation}/>`,
    `<w:pgMar ${sides.map((side) => `w:${side}="${toTwips(marginPt)}"`).join(' ')}`,
    ' w:header="280" w:footer="280" w:gutter="0"/>',
    '<w:cols w:space="720"/></w:sectPr>',
  ].join('');
}

const sides = ['top', 'right', 'bottom', 'left'];
