// Hours of bad luck in minutes: `npm run chaos -- [--seed N] [--minutes M | --kills K] [--engine sqlite|postgres]`,
// or `--documents D`, which opens so many one after the other.
import { parseArgs } from 'node:util';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { type ChaosOptions, playFor, playKills, toLine } from './chaosRun.ts';
import { whyNoFullDisk } from './chaosServer.ts';
import type { EngineName } from './engines.ts';
import { openMany } from './manyDocuments.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '2' },
    kills: { type: 'string' },
    clients: { type: 'string', default: '5' },
    engine: { type: 'string' },
    documents: { type: 'string' },
  },
});

if (values.documents) {
  const { earlyMb, lateMb } = await openMany(Number(values.documents));
  print(`${values.documents} documents: ${earlyMb} MB after a tenth, ${lateMb} MB after all`);
  process.exit();
}
const noFullDisk = whyNoFullDisk();
if (noFullDisk) print(`Without full disks: ${noFullDisk}`);
for (const engine of await findEngines(values.engine)) {
  const options: ChaosOptions = {
    seed: Number(values.seed),
    engine,
    clients: Number(values.clients),
    tell: (line) => print(`  ${line}`),
  };
  print(`Seed ${options.seed}, ${engine}, ${options.clients} people`);
  try {
    const figures = values.kills
      ? await playKills(options, Number(values.kills))
      : await playFor(options, Number(values.minutes));
    print(`${engine}: ${toLine(figures)}`);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
process.exit();

async function findEngines(asked: string | undefined): Promise<readonly EngineName[]> {
  if (asked === 'sqlite' || asked === 'postgres') return [asked];
  if (asked !== undefined) throw new RangeError(`--engine is sqlite or postgres, not "${asked}"`);
  const noPostgres = await whyNoPostgres();
  if (noPostgres) print(`Without PostgreSQL: ${noPostgres}`);
  return noPostgres ? ['sqlite'] : ['sqlite', 'postgres'];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
