import type { ScenePicture } from '#core/export/scene.ts';
import { papers } from '#core/layout/paper.ts';
import {
  keepsNextBlock,
  type MinutesBlock,
  type MinutesSigner,
  type MinutesTable,
} from '#core/meeting/minutesBlocks.ts';
import {
  propertyTypes,
  toContentTypes,
  toPropertyParts,
  toRelationships,
} from '#render/office/officePackage.ts';
import { toTwips } from '#render/office/units.ts';
import { escapeXml, xmlHead } from '#render/office/xml.ts';
import { zipParts } from '#render/office/zipParts.ts';
import { type DrawnAnnex, toAnnexPages } from './annexPages.ts';
import { toPicture } from './picture.ts';
import { settingsPart } from './styleParts.ts';
import { toRunText, wordSpaces } from './wordXml.ts';

const marginPt = { top: 62, bottom: 62, side: 64 };
const contentWidth = toTwips(papers.a4.width - 2 * marginPt.side);
const fontName = 'Times New Roman';

interface MinutesOptions {
  readonly title: string;
  /** What stands behind the minutes. */
  readonly annexes: readonly DrawnAnnex[];
  /** Where it stands on the first page, and as a PNG file. */
  readonly logo: { readonly picture: ScenePicture; readonly png: Uint8Array } | undefined;
}

/** The minutes as a Word file to work on: headings, lists and tables are Word's own. */
export function renderMinutes(
  blocks: readonly MinutesBlock[],
  { title, logo, annexes }: MinutesOptions,
): Uint8Array {
  const body = blocks
    .map((block, index) => {
      const xml = toBlock(block);
      return keepsNextBlock(block, blocks[index + 1]) ? keepLast(xml) : xml;
    })
    .join('');
  const text = logo ? addLogo(body, logo.picture) : body;
  const pages = toAnnexPages(annexes, section);
  const document = `${xmlHead}<w:document ${wordSpaces}><w:body>${text}${pages.xml}</w:body></w:document>`;
  return zipParts({
    '[Content_Types].xml': toContentTypes(
      {
        'word/document.xml': `${wordType}.document.main+xml`,
        'word/styles.xml': `${wordType}.styles+xml`,
        'word/settings.xml': `${wordType}.settings+xml`,
        'word/footer1.xml': `${wordType}.footer+xml`,
        ...propertyTypes,
      },
      { png: 'image/png' },
    ),
    ...toPropertyParts('word/document.xml', { title }),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': toRelationships([
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      { id: 'rIdSettings', type: 'settings', target: 'settings.xml' },
      { id: 'rIdFooter', type: 'footer', target: 'footer1.xml' },
      ...(logo ? [{ id: 'rIdLogo', type: 'image', target: 'media/logo.png' }] : []),
      ...pages.links,
    ]),
    'word/styles.xml': stylesPart,
    'word/settings.xml': settingsPart,
    'word/footer1.xml': toFooter(title),
    ...(logo && { 'word/media/logo.png': logo.png }),
    ...pages.files,
  });
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const section = [
  '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/>',
  `<w:pgSz w:w="${toTwips(papers.a4.width)}" w:h="${toTwips(papers.a4.height)}"/>`,
  `<w:pgMar w:top="${toTwips(marginPt.top)}" w:right="${toTwips(marginPt.side)}"`,
  ` w:bottom="${toTwips(marginPt.bottom)}" w:left="${toTwips(marginPt.side)}"`,
  ' w:header="560" w:footer="560" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>',
].join('');

/** Anchored in the first paragraph, at its place on the page. */
function addLogo(body: string, picture: ScenePicture): string {
  return body.replace('</w:pPr>', `</w:pPr>${toPicture(picture, { id: 1, link: 'rIdLogo' })}`);
}

function keepLast(xml: string): string {
  const last = xml.lastIndexOf('<w:p>');
  return `${xml.slice(0, last)}${keepNext(xml.slice(last))}`;
}

/** All paragraphs stand on the page of what follows. */
function keepNext(xml: string): string {
  return xml.replaceAll(/(<w:pStyle w:val="\w+"\/>)/g, '$1<w:keepNext/>');
}

function toBlock(block: MinutesBlock): string {
  switch (block.kind) {
    case 'letterhead':
      return block.lines
        .map((text, index) =>
          toParagraph(text, index === block.lines.length - 1 ? 'KopAkhir' : 'Kop'),
        )
        .join('');
    case 'title':
      return toParagraph(block.text, 'Title');
    case 'facts':
      return toFacts(block.facts);
    case 'heading':
      return toParagraph(block.text, 'Heading1');
    case 'subheading':
      return toParagraph(block.text, 'Heading2');
    case 'paragraph':
      return toParagraph(block.text, 'Isi');
    case 'lines':
      return block.lines
        .map(({ level, text }) =>
          toParagraph(text, 'Rincian', `<w:ind w:left="${240 + level * 240}"/>`),
        )
        .join('');
    case 'table':
      return toTable(block);
    case 'signatures':
      return toSignatures(block.signers);
  }
}

function toParagraph(text: string, style: string, properties = ''): string {
  const run = text === '' ? '' : `<w:r>${toRunText(text)}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${run}</w:p>`;
}

function toFacts(facts: readonly (readonly [string, string])[]): string {
  const widths = [toTwips(96), toTwips(10), contentWidth - toTwips(106)];
  const rows = facts.map(([name, value]) =>
    toRow([name, ':', value].map((text, index) => toCell(text, 'Fakta', widths[index] ?? 0))),
  );
  return `${openTable(widths, { name: 'Keterangan rapat', isRuled: false })}${rows.join('')}</w:tbl>${spacer}`;
}

function toTable({ name, columns, rows }: MinutesTable): string {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / total) * contentWidth));
  const head = toRow(
    columns.map(({ title }, index) => toCell(title, 'KepalaTabel', widths[index] ?? 0, 'D9D9D9')),
    '<w:cantSplit/><w:tblHeader/>',
  );
  const body = rows.map((texts) =>
    toRow(
      texts.map((text, index) =>
        toCell(text, index === 0 ? 'NomorTabel' : 'IsiTabel', widths[index] ?? 0),
      ),
    ),
  );
  return `${openTable(widths, { name, isRuled: true })}${head}${body.join('')}</w:tbl>${spacer}`;
}

function toSignatures(signers: readonly MinutesSigner[]): string {
  const width = Math.floor(contentWidth / Math.max(1, signers.length));
  const toNames = ({ name }: MinutesSigner) => name || '(...............................)';
  const rows = [
    toRow(
      signers.map(({ role }) => keepNext(toCell(role, 'TandaTangan', width))),
      '<w:cantSplit/>',
    ),
    toRow(
      signers.map(() => keepNext(toCell('', 'TandaTangan', width))),
      `<w:cantSplit/><w:trHeight w:val="${toTwips(56)}" w:hRule="atLeast"/>`,
    ),
    toRow(
      signers.map((signer) => toCell(toNames(signer), 'NamaTandaTangan', width)),
      '<w:cantSplit/>',
    ),
  ];
  const widths = signers.map(() => width);
  return `${keepNext(spacer)}${openTable(widths, { name: 'Tanda tangan', isRuled: false })}${rows.join('')}</w:tbl>${spacer}`;
}

/** Word wants a paragraph between tables and at the end. */
const spacer = '<w:p><w:pPr><w:pStyle w:val="Jarak"/></w:pPr></w:p>';

function openTable(
  widths: readonly number[],
  { name, isRuled }: { readonly name: string; readonly isRuled: boolean },
): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const rule = isRuled ? 'w:val="single" w:sz="4" w:space="0" w:color="auto"' : 'w:val="nil"';
  const margin = toTwips(isRuled ? 4 : 0);
  const pad = toTwips(isRuled ? 3 : 1);
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>`,
    `<w:tblBorders>${sides.map((side) => `<w:${side} ${rule}/>`).join('')}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>',
    `<w:top w:w="${pad}" w:type="dxa"/><w:left w:w="${margin}" w:type="dxa"/>`,
    `<w:bottom w:w="${pad}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar>`,
    `<w:tblLook w:val="0420" w:firstRow="${isRuled ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${escapeXml(name)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
  ].join('');
}

function toRow(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

function toCell(text: string, style: string, width: number, fill?: string): string {
  const shade = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '';
  const paragraphs = text.split(/\n+/).map((part) => toParagraph(part, style));
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${paragraphs.join('')}</w:tc>`;
}

function toFooter(title: string): string {
  const field = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const run = (text: string) => `<w:r>${toRunText(text)}</w:r>`;
  return [
    `${xmlHead}<w:ftr ${wordSpaces}><w:p><w:pPr><w:pStyle w:val="Footer"/>`,
    `<w:tabs><w:tab w:val="right" w:pos="${contentWidth}"/></w:tabs></w:pPr>`,
    `${run(`Notula · ${title}`)}${run('\tHalaman ')}${field('PAGE')}${run(' dari ')}${field('NUMPAGES')}`,
    '</w:p></w:ftr>',
  ].join('');
}

interface WordStyle {
  readonly id: string;
  readonly name: string;
  /** In pt. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly isCentred?: boolean;
  readonly above?: number;
  readonly below?: number;
  readonly more?: string;
  /** From 0, for those that Word shows in its outline. */
  readonly outline?: number;
}

const styles: readonly WordStyle[] = [
  { id: 'Kop', name: 'Kop', size: 13, isBold: true, isCentred: true },
  {
    ...{ id: 'KopAkhir', name: 'Kop Akhir', size: 13, isBold: true, isCentred: true, below: 14 },
    more: '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="4" w:color="auto"/></w:pBdr>',
  },
  { id: 'Title', name: 'Title', size: 13, isBold: true, isCentred: true, below: 12 },
  { id: 'Heading1', name: 'heading 1', size: 12, isBold: true, above: 10, below: 4, outline: 0 },
  { id: 'Heading2', name: 'heading 2', size: 11, isBold: true, above: 6, below: 3, outline: 1 },
  { id: 'Isi', name: 'Isi', size: 11, below: 5 },
  { id: 'Rincian', name: 'Rincian', size: 10, below: 1 },
  { id: 'Fakta', name: 'Fakta', size: 11 },
  { id: 'KepalaTabel', name: 'Kepala Tabel', size: 9.5, isBold: true, isCentred: true },
  { id: 'IsiTabel', name: 'Isi Tabel', size: 9.5 },
  { id: 'NomorTabel', name: 'Nomor Tabel', size: 9.5, isCentred: true },
  { id: 'TandaTangan', name: 'Tanda Tangan', size: 11, isCentred: true },
  { id: 'NamaTandaTangan', name: 'Nama Tanda Tangan', size: 11, isBold: true, isCentred: true },
  { id: 'Jarak', name: 'Jarak', size: 6 },
  { id: 'Footer', name: 'footer', size: 8 },
];

const builtIn: ReadonlySet<string> = new Set(['Title', 'Heading1', 'Heading2', 'Footer']);

function toStyle(style: WordStyle): string {
  const { id, name, size, isBold, isCentred, above = 0, below = 0, more = '', outline } = style;
  const keep = outline === undefined ? '' : '<w:keepNext/>';
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`;
  const spacing = `<w:spacing w:before="${toTwips(above)}" w:after="${toTwips(below)}"/>`;
  const align = isCentred ? '<w:jc w:val="center"/>' : '';
  const halves = Math.round(size * 2);
  return [
    `<w:style w:type="paragraph"${builtIn.has(id) ? '' : ' w:customStyle="1"'} w:styleId="${id}">`,
    `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>`,
    `<w:pPr>${keep}${more}${spacing}${align}${level}</w:pPr>`,
    `<w:rPr>${isBold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/></w:rPr></w:style>`,
  ].join('');
}

const stylesPart = [
  `${xmlHead}<w:styles ${wordSpaces}><w:docDefaults><w:rPrDefault><w:rPr>`,
  `<w:rFonts w:ascii="${fontName}" w:hAnsi="${fontName}" w:eastAsia="${fontName}" w:cs="${fontName}"/>`,
  '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>',
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>',
  '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
  ...styles.map(toStyle),
  '</w:styles>',
].join('');
