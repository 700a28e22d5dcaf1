import { describe, expect, it } from 'vitest';
import { WritingPace } from '#server/sync/writingPace.ts';

describe('the pace of writing', () => {
  it('lets each person write so much a minute, and more again little by little', () => {
    let now = 0;
    const pace = new WritingPace(60, () => now);
    const tryOne = (person: string): boolean => {
      if (!pace.hasRoomFor(person)) return false;
      pace.count(person, 1);
      return true;
    };
    const countTaken = (): number =>
      Array.from({ length: 100 }, () => tryOne('ani')).filter(Boolean).length;

    expect(countTaken()).toBe(60);
    expect(tryOne('budi')).toBe(true);
    now += 5000;
    expect(countTaken()).toBe(5);
    now += 600_000;
    expect(countTaken()).toBe(60);
  });

  it('takes many at once as long as something is left, and then waits for as long as they would have taken', () => {
    let now = 0;
    const pace = new WritingPace(60, () => now);
    pace.count('ani', 180);

    now += 119_000;
    expect(pace.hasRoomFor('ani')).toBe(false);
    now += 2000;
    expect(pace.hasRoomFor('ani')).toBe(true);
  });
});
