import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readProcedure } from '#document/procedureDocument.ts';
import { openDatabase } from '#server/store/database.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { openPostgresUpdateLog } from '#server/store/updateLogPostgres.ts';
import { fromFormat0, writeInFormat0 } from '#tests/support/oldFormat.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { joinPeer } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

const lacking = await whyNoPostgres();

describe.skipIf(lacking)(`a document of an older format, on nodes ${lacking ?? ''}`, () => {
  let postgres: ScratchPostgres;
  let log: UpdateLog;

  beforeAll(async () => {
    postgres = await createScratchPostgres();
    await (await openDatabase({ databaseUrl: postgres.url, dataFolder: '' })).close();
    log = openPostgresUpdateLog(postgres.url);
  });
  afterAll(async () => {
    await log.close();
    await postgres.drop();
  });

  function startNode(wrapLog: (log: UpdateLog) => UpdateLog): Promise<SyncServer> {
    return startSyncServer({
      openLog: () => openPostgresUpdateLog(postgres.url),
      wrapLog,
      migrations: [fromFormat0],
      nodes: { redis: undefined },
    });
  }

  it('is brought up to date by one of two that open it at the same moment', async () => {
    const old = new Y.Doc();
    writeInFormat0(old, smallProcedure());
    await log.append([{ doc: 'doc', data: Y.encodeStateAsUpdate(old) }]);
    const together = meetBeforeWriting(2);
    const nodes = await Promise.all([startNode(together), startNode(together)]);

    const peers = await Promise.all(nodes.map((node) => joinPeer(node, 'doc')));

    for (const { doc } of peers) expect(readProcedure(doc)).toEqual(smallProcedure());
    const [ani, budi] = peers.map(({ doc }) => Y.encodeStateVector(doc));
    expect(ani).toEqual(budi);
    expect((await log.load('doc')).seq).toBe(2);
    for (const peer of peers) peer.leave();
    await Promise.all(nodes.map((node) => node.close()));
  });
});

/** Lets nobody write a migration before so many have computed theirs from the same state. */
function meetBeforeWriting(count: number): (log: UpdateLog) => UpdateLog {
  let arrived = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return (log) => ({
    append: (batch) => log.append(batch),
    appendAfter: async (entry, after) => {
      if (++arrived === count) open();
      await gate;
      return log.appendAfter(entry, after);
    },
    load: (doc, after) => log.load(doc, after),
    findLast: (docs) => log.findLast(docs),
    compact: (doc, snapshot, uptoSeq) => log.compact(doc, snapshot, uptoSeq),
    close: () => log.close(),
  });
}
