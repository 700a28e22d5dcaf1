import type { Kysely } from 'kysely';
import type { VersionSummary } from '#protocol/api.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

interface NewVersion {
  readonly id: string;
  readonly procedureId: string;
  readonly name: string;
  readonly userId: string;
  /** The procedure file, as JSON. */
  readonly file: string;
}

/** Named states of a procedure, kept whole: they outlive whatever happens to the document. */
export interface VersionStore {
  /** Newest first. */
  list(procedureId: string): Promise<readonly VersionSummary[]>;
  /** Resolves with when it was made. */
  add(version: NewVersion): Promise<string>;
  /** The procedure file, as JSON. */
  findFile(procedureId: string, versionId: string): Promise<string | undefined>;
  /** Forgets one that nothing points to. */
  remove(procedureId: string, versionId: string): Promise<void>;
}

export function createVersionStore(kysely: Kysely<Tables>, now: Clock): VersionStore {
  return {
    async list(procedureId) {
      const rows = await kysely
        .selectFrom('version')
        .leftJoin('user', 'user.id', 'version.created_by')
        .select(['version.id', 'version.name', 'version.created_at', 'user.name as user_name'])
        .where('version.procedure_id', '=', procedureId)
        .orderBy('version.created_at', 'desc')
        .orderBy('version.id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        createdAt: row.created_at,
        createdBy: row.user_name ?? '',
      }));
    },

    async add({ id, procedureId, name, userId, file }) {
      const createdAt = now().toISOString();
      await kysely
        .insertInto('version')
        .values({
          id,
          procedure_id: procedureId,
          name,
          created_at: createdAt,
          created_by: userId,
          file,
        })
        .execute();
      return createdAt;
    },

    async findFile(procedureId, versionId) {
      const row = await kysely
        .selectFrom('version')
        .select('file')
        .where('procedure_id', '=', procedureId)
        .where('id', '=', versionId)
        .executeTakeFirst();
      return row?.file;
    },

    async remove(procedureId, versionId) {
      await kysely
        .deleteFrom('version')
        .where('procedure_id', '=', procedureId)
        .where('id', '=', versionId)
        .execute();
    },
  };
}
