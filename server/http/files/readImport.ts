import { type ImportResult, importBpmn } from '#core/bpmn/importBpmn.ts';
import type { ImportNote } from '#core/bpmn/importReport.ts';
import { type ParseResult, parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { importOffice } from '#render/importOffice.ts';
import { isZip } from '#render/office/zipParts.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';

const unsupportedMessage =
  'Send a .sop.json, a BPMN 2.0 file, or a Word or Excel file that Alur wrote.';

export interface ImportSource {
  readonly content: Uint8Array;
  readonly fileName?: string | undefined;
  readonly contentType?: string | undefined;
}

export interface ReadImport {
  readonly procedure: Procedure;
  /** What could not be kept as it was. */
  readonly report: readonly ImportNote[];
}

/** Reads a file that somebody brings along. Throws `HttpProblem` where it is none that we know. */
export async function readImport(source: ImportSource): Promise<ReadImport> {
  if (isZip(source.content)) return readOffice(source.content);
  const text = decodeText(source.content);
  switch (findKind(source, text)) {
    case 'json':
      return { procedure: acceptFile(parseProcedureJson(text)), report: [] };
    case 'bpmn':
      return readBpmn(text);
    case undefined:
      throw new HttpProblem('unsupported-file', unsupportedMessage);
  }
}

async function readBpmn(xml: string): Promise<ReadImport> {
  return acceptImport(await importBpmn(xml));
}

function readOffice(content: Uint8Array): ReadImport {
  return acceptImport(importOffice(content));
}

function acceptImport(result: ImportResult): ReadImport {
  return { procedure: acceptFile(result), report: result.ok ? result.report : [] };
}

/** The procedure of a good file; a bad one is answered with its place. */
export function acceptFile(result: ParseResult): Procedure {
  if (result.ok) return result.procedure;
  const { message, ...spot } = result.problem;
  throw new HttpProblem('bad-file', `${spot.place}: ${message}`, spot);
}

type Kind = 'json' | 'bpmn';

/** By name, else by type, else by how it begins. */
function findKind({ fileName, contentType }: ImportSource, text: string): Kind | undefined {
  return kindOfName(fileName ?? '') ?? kindOfType(contentType ?? '') ?? kindOfText(text);
}

function kindOfName(name: string): Kind | undefined {
  if (/\.json$/i.test(name)) return 'json';
  return /\.(?:bpmn|xml)$/i.test(name) ? 'bpmn' : undefined;
}

function kindOfType(type: string): Kind | undefined {
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return 'json';
  return /^(?:application|text)\/(?:[\w.-]+\+)?xml\b/i.test(type) ? 'bpmn' : undefined;
}

function kindOfText(text: string): Kind | undefined {
  const first = text.trimStart().at(0);
  if (first === '{') return 'json';
  return first === '<' ? 'bpmn' : undefined;
}

/** UTF-8, or UTF-16 where its mark says so, as some BPMN tools on Windows write. */
function decodeText(content: Uint8Array): string {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw new HttpProblem('unsupported-file', unsupportedMessage);
  }
}
