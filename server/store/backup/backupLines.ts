import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupProblem, endSchema } from './backupFormat.ts';

/** No row of ours is nearly as long; a longer line is no backup. */
const maxLineBytes = 256 * 1024 * 1024;
const lineFeed = 0x0a;

/**
 * The lines of a backup as JSON values, without the last one, which is checked: it must fit all that came
 * before it. What the caller has done with the lines counts only when this ends without throwing.
 * Throws `BackupProblem` for a file that is none or is damaged.
 */
export async function* readBackupLines(path: string): AsyncGenerator<unknown> {
  const hash = createHash('sha256');
  let last: Buffer | undefined;
  let isBegun = false;
  try {
    for await (const line of splitLines(path)) {
      if (last) {
        hash.update(last).update('\n');
        yield parseJson(last);
        isBegun = true;
      }
      last = line;
    }
  } catch (error) {
    throw toProblem(error);
  }
  if (!isBegun || !last) throw foreign();
  const end = endSchema.safeParse(parseJson(last));
  if (!end.success || end.data.sha256 !== hash.digest('hex')) throw damaged();
}

export function damaged(): BackupProblem {
  return new BackupProblem('it is damaged or not complete');
}

export function foreign(): BackupProblem {
  return new BackupProblem('it is no backup of Alur');
}

async function* splitLines(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const flow = pipeline(createReadStream(path), gunzip);
  // Whoever reads from `gunzip` gets its error.
  flow.catch(() => undefined);
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, to)]);
      rest = [];
      restBytes = 0;
      from = to + 1;
    }
    rest.push(chunk.subarray(from));
    restBytes += chunk.length - from;
    if (restBytes > maxLineBytes) throw damaged();
  }
  if (restBytes > 0) throw damaged();
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw damaged();
  }
}

function toProblem(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !/^Z_/.test(String(error.code)))
    return error;
  return error.message === 'incorrect header check' ? foreign() : damaged();
}
