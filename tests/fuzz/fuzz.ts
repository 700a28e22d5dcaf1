// What no honest program sends, to the sync socket and the importers: `npm run fuzz -- [--seed N] [--minutes M]`.
import { parseArgs } from 'node:util';
import { fuzzFiles } from './fileFuzz.ts';
import { fuzzSocket } from './socketFuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '2' },
  },
});

const mostMs = 15_000;
const endsAt = performance.now() + Number(values.minutes) * 60_000;
try {
  for (let seed = Number(values.seed); performance.now() < endsAt; seed++) {
    const socket = await fuzzSocket({ seed, attacks: 1000 });
    const { early, most } = socket.memoryMb;
    print(`Seed ${seed}: ${socket.frames} frames, closed ${JSON.stringify(socket.ends)}`);
    print(`  server ${early} MB, later at most ${most} MB`);
    const { files, read, slowest } = await fuzzFiles(seed, 500, mostMs);
    print(`  ${files} files, ${read} could be read; at most ${slowest.ms} ms of CPU for one`);
  }
} catch (error) {
  print(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
process.exit();

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
