import { decodeFile } from '#core/import/decodeFile.ts';
import { importFile } from '#core/import/importFile.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { importOffice } from '#render/importOffice.ts';
import { isZip } from '#render/office/zipParts.ts';
import { type BadFile, damageFiles, makeBombs, writeGoodFiles } from './files.ts';

export interface FileFuzzFigures {
  readonly files: number;
  /** Files that could still be read. */
  readonly read: number;
  /** The longest that one took, in ms of CPU, and which it was. */
  readonly slowest: { readonly name: string; readonly ms: number };
}

/**
 * Gives the importers damaged files and bombs. Throws where one of them throws, takes longer than
 * `mostMs` of CPU, answers without saying what is wrong, or reads something that is no procedure.
 */
export async function fuzzFiles(
  seed: number,
  count: number,
  mostMs: number,
): Promise<FileFuzzFigures> {
  const good = await writeGoodFiles();
  let slowest = { name: '', ms: 0 };
  let read = 0;
  const files = [...makeBombs(good), ...damageFiles(good, seed, count)];
  for (const file of files) {
    const startedAt = process.cpuUsage();
    if (await isRead(file)) read++;
    const ms = Math.round(process.cpuUsage(startedAt).user / 1000);
    if (ms > slowest.ms) slowest = { name: file.name, ms };
    if (ms > mostMs) throw new Error(`Seed ${seed}: ${ms} ms for ${file.name}`);
  }
  return { files: files.length, read, slowest };
}

async function isRead({ name, bytes }: BadFile): Promise<boolean> {
  const result = await importBytes(bytes).catch((error: unknown) => {
    throw new Error(`Thrown for ${name}: ${error instanceof Error ? error.stack : error}`);
  });
  if (!result.ok) {
    const { place, message } = result.problem;
    if (place === '' || message.length < 8) throw new Error(`Says nothing: ${name}`);
    return false;
  }
  const again = parseProcedureFile(toProcedureFile(result.procedure));
  if (!again.ok) throw new Error(`No procedure from ${name}: ${JSON.stringify(again.problem)}`);
  return true;
}

async function importBytes(bytes: Uint8Array): ReturnType<typeof importFile> {
  if (isZip(bytes)) return importOffice(bytes);
  return importFile(
    'berkas',
    decodeFile(bytes, (label) => new TextDecoder(label)),
  );
}
