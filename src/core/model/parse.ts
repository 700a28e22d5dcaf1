import type * as z from 'zod/mini';
import type { FileProblem, FileReason } from './fileProblem.ts';
import { FILE_VERSION, type FileUpgrade, fileUpgrades, upgradeFile } from './fileUpgrades.ts';
import { findJsonSyntaxError } from './jsonSyntax.ts';
import { limits } from './limits.ts';
import type { Procedure } from './procedure.ts';
import { findReferenceProblem } from './references.ts';
import { fileSchema } from './schema.ts';

export type ParseResult =
  | { readonly ok: true; readonly procedure: Procedure }
  | { readonly ok: false; readonly problem: FileProblem };

/**
 * Reads the text of a `*.sop.json`. Too large, not JSON, or not a procedure: a problem whose place is
 * a path (`steps[3].symbols[0].actor`), `line 4, column 7`, or `file`.
 */
export function parseProcedureJson(text: string): ParseResult {
  if (byteLength(text) > limits.maxFileBytes)
    return fail('file', `is larger than ${maxFileMb} MB`, 'too-large', `${maxFileMb}`);
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    return fail(placeOfSyntaxError(json), 'is not valid JSON', 'not-json');
  }
  return parseProcedureFile(input);
}

/**
 * Checks an already parsed file, of this version or an older one: shape, limits, and that every id refers
 * to something.
 */
export function parseProcedureFile(
  file: unknown,
  upgrades: readonly FileUpgrade[] = fileUpgrades,
): ParseResult {
  const version = newerVersion(file);
  if (version !== undefined)
    return fail(
      'version',
      `is ${version}; this program knows version ${FILE_VERSION}. Update Alur to open it`,
      'newer-version',
    );
  const input = upgradeFile(file, upgrades);
  const parsed = fileSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problem: toProblem(parsed.error, input) };
  const { format: _, version: __, ...rest } = parsed.data;
  const procedure = rest as Procedure;
  const problem = findReferenceProblem(procedure);
  return problem ? { ok: false, problem } : { ok: true, procedure };
}

const maxFileMb = limits.maxFileBytes / 1024 / 1024;

function fail(place: string, message: string, reason: FileReason, word?: string): ParseResult {
  return { ok: false, problem: { place, message, reason, ...(word && { word }) } };
}

function newerVersion(input: unknown): number | undefined {
  if (typeof input !== 'object' || input === null || !('version' in input)) return undefined;
  return typeof input.version === 'number' && input.version > FILE_VERSION
    ? input.version
    : undefined;
}

function toProblem(error: z.core.$ZodError, input: unknown): FileProblem {
  const issue = error.issues[0];
  if (!issue) return { place: 'file', message: 'is not a procedure', reason: 'not-procedure' };
  if (issue.code === 'unrecognized_keys') {
    const path = [...issue.path, issue.keys[0] ?? ''];
    return { place: toPlace(path), message: 'is not a key of this format', reason: 'unknown-key' };
  }
  return { place: toPlace(issue.path), ...describeIssue(issue, input) };
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown): Omit<FileProblem, 'place'> {
  const value = valueAt(input, issue.path);
  const isMissing = value === undefined;
  if (isMissing && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return { message: 'is missing', reason: 'missing' };
  switch (issue.code) {
    case 'invalid_type': {
      const message = `expected ${typeNames[issue.expected] ?? issue.expected}, got ${typeOf(value)}`;
      return { message, reason: 'wrong-type' };
    }
    case 'invalid_value': {
      const expected = issue.values.map((each) => JSON.stringify(each)).join(' or ');
      const word = shorten(value);
      return { message: `expected ${expected}, got ${word}`, reason: 'wrong-value', word };
    }
    case 'too_big': {
      const word = `${issue.maximum}`;
      return issue.origin === 'string'
        ? { message: `is longer than ${word} characters`, reason: 'too-long', word }
        : { message: `has more than ${word} entries`, reason: 'too-many', word };
    }
    case 'too_small':
      return { message: 'is empty', reason: 'empty' };
    default:
      return { message: issue.message, reason: 'bad-value' };
  }
}

const typeNames: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const type = typeof value;
  return typeNames[type] ?? type;
}

function shorten(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** `['steps', 3, 'symbols', 0, 'actor']` → `steps[3].symbols[0].actor`. */
function toPlace(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'file';
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key).slice(0, 60)}`,
    )
    .join('');
}

function placeOfSyntaxError(json: string): string {
  const lines = json.slice(0, findJsonSyntaxError(json)).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** Size of a text as UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // A surrogate pair is four bytes, two for each half.
    else bytes += unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}
