import type { User } from '#protocol/api.ts';

/** Those whose name or address has every one of the words; the accounts that can be used first. */
export function findUsers(users: readonly User[], words: string): readonly User[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return users
    .filter(({ name, email }) => {
      const text = `${name} ${email}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => Number(b.isActive) - Number(a.isActive));
}
