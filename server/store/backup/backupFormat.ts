import { z } from 'zod';

/*
 * A backup is gzip over lines of JSON, the same for both engines:
 *   {"format":"alur.backup","version":1,"migrations":[…],"madeAt":"…","rows":{"user":3,…}}
 *   {"table":"user","columns":[["id","text"],["isAdmin","boolean"],…]}      then its rows, one array a line,
 *   {"table":…}                                                             and so on; at the end
 *   {"sha256":"…"}                                                          of all bytes before this line.
 */

export const backupFormat = 'alur.backup';
export const backupVersion = 1;

/** What a column holds: bytes stand in the file as base64, times as ISO strings in UTC. */
const columnKinds = ['text', 'integer', 'boolean', 'time', 'bytes'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export type Cell = string | number | boolean | Uint8Array | null;

/** A table of the file: its columns in the order of its rows. */
export interface BackupTable {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[];
}

export interface BackupHeader {
  readonly version: number;
  /** The migrations that had made the tables, in their order. */
  readonly migrations: readonly string[];
  readonly madeAt: string;
  /** How many rows the file has of each table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Why a backup cannot be made or taken back, in one line for whoever asked for it. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

export const headerSchema = z.object({
  format: z.literal(backupFormat),
  version: z.int().min(1),
  migrations: z.array(z.string()).min(1),
  madeAt: z.iso.datetime(),
  rows: z.record(z.string(), z.int().min(0)),
});

export const tableSchema = z.object({
  table: z.string(),
  columns: z.array(z.tuple([z.string(), z.enum(columnKinds)])).min(1),
});

export const endSchema = z.strictObject({ sha256: z.string() });

export function encodeCell(value: unknown, kind: ColumnKind): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'bytes':
      if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
      break;
    case 'boolean':
      return Boolean(value);
    case 'time':
      return value instanceof Date ? value.toISOString() : String(value);
    case 'integer':
      return Number(value);
    case 'text':
      return String(value);
  }
  throw new RangeError(`A column of ${kind} holds a ${typeof value}`);
}

/** Undefined where the value is not of that kind. */
export function decodeCell(value: unknown, kind: ColumnKind): Cell | undefined {
  if (value === null) return null;
  switch (kind) {
    case 'bytes':
      return isBase64(value) ? new Uint8Array(Buffer.from(value, 'base64')) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'integer':
      return Number.isSafeInteger(value) ? Number(value) : undefined;
    case 'time':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
    case 'text':
      // PostgreSQL takes no text with a zero character, and we never write one.
      return typeof value === 'string' && !value.includes('\0') ? value : undefined;
  }
}

function isBase64(value: unknown): value is string {
  return typeof value === 'string' && value.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(value);
}
