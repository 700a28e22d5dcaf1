import type { FileProblem } from '#core/model/fileProblem.ts';
import { limits } from '#core/model/limits.ts';
import { byteLength } from '#core/model/parse.ts';

const MOST_DEPTH = 200;
const maxFileMb = limits.maxFileBytes / 1024 / 1024;

/** What must not reach the XML reader: files too large, too deep, or with a document type in them. */
export function findXmlProblem(xml: string): FileProblem | undefined {
  if (byteLength(xml) > limits.maxFileBytes)
    return {
      place: 'file',
      message: `is larger than ${maxFileMb} MB`,
      reason: 'too-large',
      word: `${maxFileMb}`,
    };
  if (!/^\ufeff?\s*</.test(xml)) return { place: 'file', message: 'is not XML', reason: 'not-xml' };
  return findMarkupProblem(xml);
}

function findMarkupProblem(xml: string): FileProblem | undefined {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = findMarkupEnd(xml, at);
    if (end < 0)
      return {
        place: toLine(xml, at),
        message: 'is markup without an end',
        reason: 'broken-markup',
      };
    if (xml.startsWith('<!DOCTYPE', at) || xml.startsWith('<!ENTITY', at))
      return {
        place: toLine(xml, at),
        message: 'is a document type, which is not allowed here',
        reason: 'document-type',
      };
    depth += toDepthChange(xml, at, end);
    if (depth > MOST_DEPTH)
      return {
        place: toLine(xml, at),
        message: `is nested more than ${MOST_DEPTH} levels deep`,
        reason: 'too-deep',
      };
    at = end;
  }
  return undefined;
}

/** The index after the markup that begins at `at`; -1 when it never ends. */
function findMarkupEnd(xml: string, at: number): number {
  for (const [start, end] of bracketed)
    if (xml.startsWith(start, at)) return after(xml, end, at + start.length);
  return findTagEnd(xml, at);
}

const bracketed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** A `>` within an attribute does not end a tag. */
function findTagEnd(xml: string, from: number): number {
  let at = from + 1;
  while (at < xml.length) {
    const character = xml[at];
    if (character === '>') return at + 1;
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1);
      if (at < 0) return -1;
    }
    at += 1;
  }
  return -1;
}

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

function toDepthChange(xml: string, at: number, end: number): number {
  const next = xml[at + 1];
  if (next === '/') return -1;
  if (next === '!' || next === '?') return 0;
  return xml[end - 2] === '/' ? 0 : 1;
}

function toLine(xml: string, at: number): string {
  return `line ${xml.slice(0, at).split('\n').length}`;
}
