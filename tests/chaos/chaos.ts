// Hours of bad luck in minutes: `npm run chaos -- [--seed N] [--minutes M | --kills K] [--engine sqlite|postgres|killed-postgres|nodes]`,
// or `--documents D`, which opens so many one after the other.
import { parseArgs } from 'node:util';
import { type ChaosOptions, playFor, playKills, toLine } from './chaosRun.ts';
import { whyNoFullDisk } from './chaosServer.ts';
import { type EngineName, engineNames, whyNoEngine } from './engines.ts';
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
  print(`${values.documents} documents: ${earlyMb} MB after a third, ${lateMb} MB after all`);
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
  const wanted = engineNames.filter((name) => asked === undefined || name === asked);
  if (wanted.length === 0)
    throw new RangeError(`--engine is ${engineNames.join(', ')}, not "${asked}"`);
  const found: EngineName[] = [];
  for (const name of wanted) {
    const why = await whyNoEngine(name);
    if (why) print(`Without ${name}: ${why}`);
    else found.push(name);
  }
  return found;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
