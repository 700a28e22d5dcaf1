import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../../../scripts/build.mjs';

export interface CommandRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run -s alur -- …`, as a person types it in the checkout. */
export async function runAlur(...words: readonly string[]): Promise<CommandRun> {
  const child = spawn('npm', ['run', '-s', 'alur', '--', ...words], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  await once(child, 'close');
  return { exitCode: child.exitCode ?? -1, out, err };
}
