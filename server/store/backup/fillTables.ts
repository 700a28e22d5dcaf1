import { type Kysely, sql } from 'kysely';
import type { Tables } from '#server/store/tables.ts';
import { type BackupTable, type Cell, decodeCell, tableSchema } from './backupFormat.ts';
import { damaged } from './backupLines.ts';
import { describeTables } from './backupTables.ts';

/** How much goes to the database at a time. */
const maxBatchRows = 200;
const batchBytes = 2_000_000;

type Row = readonly Cell[];

interface Rows {
  /** The lines of the backup behind its header. */
  readonly lines: AsyncIterable<unknown>;
  /** How many rows each table must have in the end. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Writes the rows of a backup into tables that are empty and as the backup knows them. */
export async function fillTables(kysely: Kysely<Tables>, { lines, rows }: Rows): Promise<void> {
  const known = await describeTables(kysely);
  const filled = new Map<string, TableWriter>();
  let current: TableWriter | undefined;
  for await (const line of lines) {
    if (Array.isArray(line)) {
      if (!current) throw damaged();
      await current.add(line);
      continue;
    }
    await current?.flush();
    const table = readTable(line, known);
    if (filled.has(table.table)) throw damaged();
    current = new TableWriter(kysely, table);
    filled.set(table.table, current);
  }
  await current?.flush();
  for (const [table, count] of Object.entries(rows))
    if ((filled.get(table)?.count ?? 0) !== count) throw damaged();
  for (const table of filled.keys()) if (!(table in rows)) throw damaged();
}

/** The table that a line announces; its columns must be those of the database. */
function readTable(line: unknown, known: readonly BackupTable[]): BackupTable {
  const parsed = tableSchema.safeParse(line);
  const found = parsed.success && known.find((each) => each.table === parsed.data.table);
  if (!found) throw damaged();
  for (const [name, kind] of parsed.data.columns)
    if (!found.columns.some(([known, knownKind]) => known === name && knownKind === kind))
      throw damaged();
  return parsed.data;
}

class TableWriter {
  readonly #kysely: Kysely<Tables>;
  readonly #table: BackupTable;
  #waiting: Row[] = [];
  #waitingBytes = 0;
  count = 0;

  constructor(kysely: Kysely<Tables>, table: BackupTable) {
    this.#kysely = kysely;
    this.#table = table;
  }

  async add(line: readonly unknown[]): Promise<void> {
    const row = this.#read(line);
    this.#waiting.push(row);
    this.#waitingBytes += row.reduce<number>((sum, cell) => sum + sizeOf(cell), 0);
    this.count += 1;
    if (this.#waiting.length >= maxBatchRows || this.#waitingBytes >= batchBytes)
      await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const columns = this.#table.columns.map(([name]) => sql.id(name));
    const rows = this.#waiting.map((row) => sql`(${sql.join(row)})`);
    this.#waiting = [];
    this.#waitingBytes = 0;
    await sql`insert into ${sql.id(this.#table.table)} (${sql.join(columns)})
      values ${sql.join(rows)}`.execute(this.#kysely);
  }

  #read(line: readonly unknown[]): Row {
    const { columns } = this.#table;
    if (line.length !== columns.length) throw damaged();
    return columns.map(([, kind], index) => {
      const cell = decodeCell(line[index], kind);
      if (cell === undefined) throw damaged();
      return cell;
    });
  }
}

function sizeOf(cell: Cell): number {
  return typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 8;
}
