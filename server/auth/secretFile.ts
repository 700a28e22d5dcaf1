import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecretToken } from './secretTokens.ts';

/** The secret of this installation, made at the first start and readable by its owner only. */
export function readOrCreateSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (existsSync(file)) return readSecret(file);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${newSecretToken()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Another process was first; its secret counts.
    if (!existsSync(file)) throw error;
  }
  return readSecret(file);
}

function readSecret(file: string): string {
  chmodSync(file, 0o600);
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new RangeError(`${file} holds no secret; delete it to make a new one`);
  return secret;
}
