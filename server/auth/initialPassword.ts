import { randomInt } from 'node:crypto';

/** No letter or digit that is easily taken for another when it is read out or written by hand. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** How long the first password of an account opens it, in days; it is changed when it first does. */
const initialPasswordDays = 7;

/** Groups of random signs, such as `k7mp-x2qh-9trw-vd4n`: five bits each, apart from the dashes. */
export function newSpokenSecret(groups: number, groupLength: number): string {
  const sign = () => signs[randomInt(signs.length)];
  const group = () => Array.from({ length: groupLength }, sign).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A password to hand over, of 79 random bits, and when it ends (ISO). */
export function newInitialPassword(now: Date): {
  readonly password: string;
  readonly until: string;
} {
  const until = new Date(now.getTime() + initialPasswordDays * 24 * 60 * 60 * 1000);
  return { password: newSpokenSecret(4, 4), until: until.toISOString() };
}
