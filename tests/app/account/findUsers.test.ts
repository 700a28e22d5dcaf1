import { describe, expect, it } from 'vitest';
import { findUsers } from '#app/account/findUsers.ts';

const toUser = (name: string, isActive = true) => ({
  id: name,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@kpu.test`,
  isAdmin: false,
  isActive,
  hasSecondFactor: false,
});

describe('findUsers', () => {
  const users = [toUser('Ani Lama', false), toUser('Budi Santoso'), toUser('Citra Santoso')];
  const names = (words: string) => findUsers(users, words).map(({ name }) => name);

  it('lists the closed accounts last', () => {
    expect(names('')).toEqual(['Budi Santoso', 'Citra Santoso', 'Ani Lama']);
  });

  it('finds by parts of the name and the address, in any order and case', () => {
    expect(names('SANTOSO citra@')).toEqual(['Citra Santoso']);
    expect(names('dewi')).toEqual([]);
  });
});
