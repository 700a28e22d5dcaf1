import { run } from './run.ts';

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
if (args[0] === 'serve' && args.length === 1) await import('#server/main.ts');
else process.exitCode = await run(args, { out: process.stdout, err: process.stderr }, process.env);
