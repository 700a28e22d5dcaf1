import type { ImportResult } from '#core/bpmn/importBpmn.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { FileReason } from '#core/model/fileProblem.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toRelationships } from '#render/office/officePackage.ts';
import { escapeXml, xmlHead } from '#render/office/xml.ts';
import { type Parts, unzipTexts } from '#render/office/zipParts.ts';

const SPACE = 'urn:alur:sop:1';

/** Any id will do; always the same, so that the same procedure gives the same bytes. */
const ITEM_ID = '{6A1F3C52-8B0E-4D0B-9D5C-0A1B7E5C2F41}';

export const embeddedTypes = {
  'customXml/itemProps1.xml':
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const;

/** The procedure itself as parts of a Word file, which Word keeps when somebody saves it. */
export function toEmbeddedParts(procedure: Procedure): Parts {
  // What XML has no character for stays an escape of JSON.
  const json = JSON.stringify(toProcedureFile(procedure)).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const dataSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  return {
    'customXml/item1.xml': `${xmlHead}<sop xmlns="${SPACE}">${escapeXml(json)}</sop>`,
    'customXml/itemProps1.xml': [
      `${xmlHead}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${dataSpace}">`,
      `<ds:schemaRefs><ds:schemaRef ds:uri="${SPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ].join(''),
    'customXml/_rels/item1.xml.rels': toRelationships([
      { id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml' },
    ]),
  };
}

/**
 * Reads the procedure that a Word file written by Alur carries. What somebody changed in Word is not
 * in it; where Word saved the file since, the report says so.
 */
export function importDocx(bytes: Uint8Array): ImportResult {
  const parts = unzipTexts(bytes, isWanted);
  if (!parts) return fail('cannot be unpacked: it is damaged or too large', 'damaged');
  const item = [...parts.values()].find((text) => text.includes(SPACE) && text.includes('<'));
  const json = item && findJson(item);
  if (json === undefined) return fail('holds no Alur data: it was not written by Alur', 'not-ours');
  const parsed = parseProcedureJson(json);
  if (!parsed.ok) return parsed;
  const isOurs = /<Application>Alur<\/Application>/.test(parts.get(APP_PART) ?? '');
  return { ...parsed, report: isOurs ? [] : [changedNote] };
}

const APP_PART = 'docProps/app.xml';

const changedNote = {
  code: 'changed-elsewhere',
  place: 'file',
  message:
    'was saved by another program since; the procedure is as Alur wrote it, without later changes',
} as const;

function isWanted(name: string): boolean {
  return name === APP_PART || /^customXml\/item\d+\.xml$/.test(name);
}

/** The text of the part's root, whatever its prefix. */
function findJson(xml: string): string | undefined {
  const start = /<(?:[\w.-]+:)?sop\s[^>]*>/.exec(xml);
  if (!start?.[0].includes(`"${SPACE}"`)) return undefined;
  const begin = start.index + start[0].length;
  const end = xml.lastIndexOf('</');
  return end > begin ? unescapeXml(xml.slice(begin, end)) : undefined;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities[name] ?? whole;
  });
}

function fail(message: string, reason: FileReason): ImportResult {
  return { ok: false, problem: { place: 'file', message, reason } };
}
