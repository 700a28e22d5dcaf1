import { describe, expect, it } from 'vitest';
import { Attempts } from '#server/auth/attempts.ts';

function createAttempts() {
  let time = 0;
  const attempts = new Attempts({ attempts: 2, windowMs: 1000 }, () => new Date(time));
  const wait = (ms: number) => {
    time += ms;
  };
  return { attempts, wait };
}

describe('Attempts', () => {
  it('makes one wait until the window ends', () => {
    const { attempts, wait } = createAttempts();

    const first = [attempts.take('dewi'), attempts.take('dewi'), attempts.take('dewi')];
    wait(999);
    const late = attempts.take('dewi');
    wait(1);
    const inNextWindow = attempts.take('dewi');

    expect(first).toEqual([undefined, undefined, 1000]);
    expect(late).toBe(1);
    expect(inNextWindow).toBeUndefined();
  });

  it('counts each key for itself', () => {
    const { attempts } = createAttempts();
    attempts.take('dewi');
    attempts.take('dewi');

    expect(attempts.take('budi')).toBeUndefined();
  });

  it('does not count what was given back', () => {
    const { attempts } = createAttempts();
    for (let round = 0; round < 5; round++) {
      attempts.take('dewi');
      attempts.giveBack('dewi');
    }

    expect([attempts.take('dewi'), attempts.take('dewi')]).toEqual([undefined, undefined]);
  });
});
