import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportResult } from '#core/bpmn/importBpmn.ts';
import type { ImportNote } from '#core/bpmn/importReport.ts';
import { decodeFile } from '#core/import/decodeFile.ts';
import { importFile } from '#core/import/importFile.ts';
import { limits } from '#core/model/limits.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { importOffice } from '#render/importOffice.ts';
import { isZip } from '#render/office/zipParts.ts';
import { CliProblem } from './cliProblem.ts';

export interface ReadProcedure {
  readonly procedure: Procedure;
  /** What could not be kept as it was. */
  readonly report: readonly ImportNote[];
}

/** Reads a `.sop.json`, a BPMN file, or a Word or Excel file of ours; a bad one throws a `CliProblem` that names the place. */
export async function readProcedure(path: string): Promise<ReadProcedure> {
  const bytes = readBytes(path);
  const result = isZip(bytes) ? importOffice(bytes) : await readText(path, bytes);
  if (result.ok) return result;
  const { place, message } = result.problem;
  throw new CliProblem(`${path}: ${place === 'file' ? '' : `${place}: `}${message}`);
}

function readText(path: string, bytes: Uint8Array): Promise<ImportResult> {
  const text = decodeFile(bytes, (label) => new TextDecoder(label));
  return importFile(basename(path), text);
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > limits.maxFileBytes)
      throw new CliProblem(`${path}: is larger than ${limits.maxFileBytes / 1024 / 1024} MB`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CliProblem) throw error;
    throw new CliProblem(`${path}: cannot be read (${reasonOf(error)})`);
  }
}

/** What the system says, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'not allowed',
  ENOTDIR: 'no such folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ECONNREFUSED: 'the database does not answer',
};
