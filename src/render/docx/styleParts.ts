import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { escapeXml, xmlHead } from '#render/office/xml.ts';
import { type StyleId, styleNames, type TextStyles, toFaceXml, toLinePitch } from './textStyles.ts';
import { wordSpaces } from './wordXml.ts';

/** What Word calls the families. */
export const fontNames: Readonly<Record<TypeFamily, string>> = {
  arial: 'Arial',
  bookman: 'Bookman Old Style',
  times: 'Times New Roman',
};

const centred: ReadonlySet<StyleId> = new Set(['KepalaTabel', 'SimbolSOP', 'LabelPanah']);

/** `word/styles.xml`: the font once for all, and a style for each kind of text. */
export function toStylesPart(family: TypeFamily, styles: TextStyles): string {
  const font = escapeXml(fontNames[family]);
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
  return [
    `${xmlHead}<w:styles ${wordSpaces}><w:docDefaults>`,
    `<w:rPrDefault><w:rPr>${fonts}<w:sz w:val="16"/><w:szCs w:val="16"/>`,
    '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>',
    '</w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    tableNormal,
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ...styleIds.map((id) => toStyle(id, styles)),
    '</w:styles>',
  ].join('');
}

const tableNormal = [
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
  '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>',
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>',
  '</w:tblCellMar></w:tblPr></w:style>',
].join('');

const styleIds: readonly StyleId[] = [
  'TabelSOP',
  'KepalaTabel',
  'Identitas',
  'JudulIdentitas',
  'IsiHalaman',
  'CatatanTabel',
  'SimbolSOP',
  'LabelPanah',
  'Header',
  'Jangkar',
];

function toStyle(id: StyleId, styles: TextStyles): string {
  const face = id === 'Jangkar' ? ({ size: 1, weight: 'regular' } as const) : styles.faceOf(id);
  const custom = id === 'Header' ? '' : ' w:customStyle="1"';
  const spacing = `<w:spacing w:line="${toLinePitch(face.size)}" w:lineRule="exact"/>`;
  const alignment = centred.has(id) ? '<w:jc w:val="center"/>' : '';
  return [
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${styleNames[id]}"/>`,
    '<w:basedOn w:val="Normal"/><w:qFormat/>',
    `<w:pPr>${spacing}${alignment}</w:pPr><w:rPr>${toFaceXml(face)}</w:rPr></w:style>`,
  ].join('');
}

/** `word/settings.xml`: as Word 2013 and later lay out. */
export const settingsPart = [
  `${xmlHead}<w:settings ${wordSpaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>`,
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>',
  ...[
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
    ['differentiateMultirowTableHeaders', '1'],
  ].map(
    ([name, value]) =>
      `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
  ),
  '</w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
  '</w:settings>',
].join('');
