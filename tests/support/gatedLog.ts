import type { LogEntry, UpdateLog } from '#server/store/updateLog.ts';

/** A real update log whose commits a test can hold back or let fail. */
export interface GatedLog extends UpdateLog {
  /** From now on commits wait. */
  hold(): void;
  /** Lets the held commits through, or fails them, and all that follow until the next call. */
  release(): void;
  fail(): void;
  /** How many commits have been asked for. */
  readonly asked: number;
}

export function gateLog(log: UpdateLog): GatedLog {
  let gate: Promise<void> = Promise.resolve();
  let settle: { open(): void; fail(): void } | undefined;
  let asked = 0;
  const failing = () => Promise.reject(new Error('The disk is full.'));
  return {
    get asked() {
      return asked;
    },
    hold() {
      gate = new Promise((resolve, reject) => {
        settle = { open: resolve, fail: () => reject(new Error('The disk is full.')) };
      });
    },
    release() {
      settle?.open();
      gate = Promise.resolve();
    },
    fail() {
      settle?.fail();
      gate = failing();
      gate.catch(() => undefined);
    },
    async append(batch: readonly LogEntry[]) {
      asked++;
      await gate;
      return log.append(batch);
    },
    appendAfter: (entry, after) => log.appendAfter(entry, after),
    load: (doc, after) => log.load(doc, after),
    findLast: (docs) => log.findLast(docs),
    compact: (doc, snapshot, uptoSeq) => log.compact(doc, snapshot, uptoSeq),
    close: () => log.close(),
  };
}
