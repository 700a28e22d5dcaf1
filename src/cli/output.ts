import type { Writable } from 'node:stream';

/** Where a command writes what it has to say. */
export interface Output {
  readonly out: Writable;
  readonly err: Writable;
}

/** The environment variables: where the server keeps its data. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command ends with: 0 done, 1 the check found errors or the files differ, 2 bad input. */
export type ExitCode = 0 | 1 | 2;

export function printJson({ out }: Output, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}
