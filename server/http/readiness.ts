import type { Clock } from '#server/store/clock.ts';

/** Load balancers give up after a few seconds; so do we. */
const patienceMs = 2000;
/** An answer is good for this long, so that nobody can make the disk work by asking. */
const keptMs = 1000;

/** Resolves with whether the storage can be read and written at this moment, in 2 s at most. */
export type IsStorageWell = () => Promise<boolean>;

/** `probe` resolves when the storage was read and written. */
export function watchStorage(probe: () => Promise<unknown>, now: Clock): IsStorageWell {
  let answer: Promise<boolean> | undefined;
  let askedAt = 0;
  return () => {
    const time = now().getTime();
    if (!answer || Math.abs(time - askedAt) > keptMs) {
      askedAt = time;
      answer = isDoneInTime(probe());
    }
    return answer;
  };
}

function isDoneInTime(work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    work
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });
}
