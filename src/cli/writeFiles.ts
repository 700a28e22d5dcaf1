import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CliProblem } from './cliProblem.ts';
import { reasonOf } from './readFile.ts';

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Writes all files or, when one cannot be written, none: first aside, then into place. */
export function writeFiles(files: readonly OutputFile[]): void {
  const folders: string[] = [];
  try {
    const moves = files.map(({ path, bytes }) => {
      const folder = makeFolder(path);
      folders.push(folder);
      const aside = join(folder, basename(path));
      writeFileSync(aside, bytes);
      return { path, aside };
    });
    for (const { path, aside } of moves) move(aside, path);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** On the same disk as the target, so that the move cannot stop half-way. */
function makeFolder(path: string): string {
  try {
    return mkdtempSync(join(dirname(path), '.alur-'));
  } catch (error) {
    const reason = existsSync(dirname(path)) ? reasonOf(error) : 'no such folder';
    throw new CliProblem(`${path}: cannot be written (${reason})`);
  }
}

function move(aside: string, path: string): void {
  try {
    renameSync(aside, path);
  } catch (error) {
    throw new CliProblem(`${path}: cannot be written (${reasonOf(error)})`);
  }
}
