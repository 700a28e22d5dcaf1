import { readSettings } from '#server/settings.ts';
import { type BackupHeader, BackupProblem } from '#server/store/backup/backupFormat.ts';
import type { DatabaseLocation } from '#server/store/database.ts';
import { CliProblem } from './cliProblem.ts';
import type { Environment } from './output.ts';
import { reasonOf } from './readFile.ts';

/** The database that the server of this environment uses. */
export function toLocation(environment: Environment): DatabaseLocation {
  try {
    return readSettings(environment);
  } catch (error) {
    throw error instanceof RangeError ? new CliProblem(error.message) : error;
  }
}

/** What a person counts in a backup. */
export function summarize({ rows }: BackupHeader): string {
  return `${rows.user ?? 0} accounts, ${rows.procedure ?? 0} procedures`;
}

/** Runs the work on the file; what the database or the disk refuses becomes a `CliProblem`. */
export async function inWords<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupProblem || error instanceof RangeError || isOfSystem(error))
      throw new CliProblem(`${path}: ${reasonOf(error)}`);
    throw error;
  }
}

/** An error of the file system, the network or the database has a code. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
