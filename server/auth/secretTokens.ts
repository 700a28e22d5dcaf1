import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An id that nobody can guess: 128 bits, safe in a URL. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** A secret for a link, a script or the set-up: 256 bits, safe in a URL. */
export function newSecretToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret token. A plain hash is enough: the tokens are random. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two secrets without telling by its duration how much of them is equal. */
export function isSameToken(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(left)), Buffer.from(hashToken(right)));
}
