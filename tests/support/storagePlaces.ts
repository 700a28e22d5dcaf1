import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '#server/store/database.ts';
import type { DatabaseKind } from '#server/store/tables.ts';
import { createScratchPostgres } from './scratchPostgres.ts';

/** A database of a test's own: empty, and gone when the test drops it. */
export interface StoragePlace extends DatabaseLocation {
  readonly kind: DatabaseKind;
  drop(): Promise<void>;
}

export async function createPlace(kind: DatabaseKind): Promise<StoragePlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'alur-place-'));
  const removeFolder = () => rm(dataFolder, { recursive: true, force: true });
  if (kind === 'sqlite') return { kind, dataFolder, drop: removeFolder };
  const postgres = await createScratchPostgres();
  return {
    kind,
    dataFolder,
    databaseUrl: postgres.url,
    async drop() {
      await postgres.drop();
      await removeFolder();
    },
  };
}
