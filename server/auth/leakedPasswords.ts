import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** Passwords that are known from leaks. */
export interface LeakedPasswords {
  has(password: string): Promise<boolean>;
  close(): Promise<void>;
}

const hashLength = 40;
/** A line is a hash, a colon, a count and its end: more than twice that is read at once. */
const windowBytes = 256;

/**
 * The file of Pwned Passwords, "SHA-1, ordered by hash": lines `HASH:COUNT`, searched on the disk, so that
 * its size costs nothing but some forty reads a question. Throws `RangeError` when it is no such file.
 */
export async function openLeakedPasswords(path: string): Promise<LeakedPasswords> {
  const file = await open(path).catch(() => undefined);
  if (!file) throw new RangeError(`ALUR_LEAKED_PASSWORDS: ${path} cannot be read`);
  const { size } = await file.stat();
  if (!(await isOrdered(file, size))) {
    await file.close();
    throw new RangeError(
      `ALUR_LEAKED_PASSWORDS: ${path} has no lines SHA-1:COUNT, ordered by the hash`,
    );
  }
  return {
    has: (password) => search(file, size, toHash(password)),
    close: () => file.close(),
  };
}

function toHash(password: string): string {
  return createHash('sha1').update(password).digest('hex').toUpperCase();
}

/** Looks at a few lines only; a file that is damaged elsewhere finds less. */
async function isOrdered(file: FileHandle, size: number): Promise<boolean> {
  let last = '';
  for (let tenth = 0; tenth < 10; tenth++) {
    const line = await readLine(file, Math.floor((size * tenth) / 10));
    if (!line) return tenth > 0 && last !== '';
    if (line.hash < last) return false;
    last = line.hash;
  }
  return true;
}

/** The bytes of the file that may still hold the hash are halved until none are left. */
async function search(file: FileHandle, size: number, hash: string): Promise<boolean> {
  let from = 0;
  let to = size;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const line = await readLine(file, middle);
    if (line?.hash === hash) return true;
    if (!line || line.hash > hash) to = middle;
    else from = line.end;
  }
  return false;
}

interface Line {
  readonly hash: string;
  /** Where the next line begins. */
  readonly end: number;
}

/** The first line that begins at this place or after it; undefined at the end, or for what is no hash. */
async function readLine(file: FileHandle, place: number): Promise<Line | undefined> {
  // The line before it ends one byte earlier at the latest, if this is where a line begins.
  const start = Math.max(0, place - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(windowBytes), 0, windowBytes, start);
  const text = buffer.toString('latin1', 0, bytesRead);
  const begin = place === 0 ? 0 : text.indexOf('\n') + 1;
  if (place > 0 && begin === 0) return undefined;
  const hash = text.slice(begin, begin + hashLength).toUpperCase();
  if (!/^[\dA-F]{40}$/.test(hash)) return undefined;
  const length = text.slice(begin).indexOf('\n') + 1 || text.length - begin;
  return { hash, end: start + begin + length };
}
