import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { type Balancer, openBalancer } from '#tests/support/balancer.ts';
import { type Caller, createCaller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type OwnRedis, openOwnRedis, whyNoRedis } from '#tests/support/ownRedis.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const lacking = (await whyNoPostgres()) ?? whyNoRedis();
const sari = { email: 'sari@kpu.test', password: 'rahasia-sari-2026' };

// Starting from source takes seconds where many tests run at once.
describe.skipIf(lacking)(`two server processes ${lacking ?? ''}`, { timeout: 90_000 }, () => {
  let folder: string;
  let postgres: ScratchPostgres;
  let redis: OwnRedis;
  let token: string;
  let admin: Caller;
  const children: ChildProcess[] = [];
  const providers: WebsocketProvider[] = [];
  let balancer: Balancer | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-nodes-'));
    postgres = await createScratchPostgres();
    redis = await openOwnRedis();
  });
  afterEach(async () => {
    for (const provider of providers.splice(0)) provider.destroy();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await balancer?.close();
  });
  afterAll(async () => {
    await redis.close();
    await postgres.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Resolves with the port and how to end the process. */
  async function startNode(): Promise<{ readonly port: number; readonly child: ChildProcess }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        ALUR_DATA: folder,
        ALUR_SECRET: 'a secret of the tests, long enough',
        ALUR_ADMIN_EMAIL: sari.email,
        ALUR_ADMIN_PASSWORD: sari.password,
        ALUR_LOG_LEVEL: 'silent',
        DATABASE_URL: postgres.url,
        REDIS_URL: redis.url,
      },
    });
    children.push(child);
    let printed = '';
    for await (const chunk of child.stdout) {
      printed += String(chunk);
      const port = /Alur: http:\/\/localhost:(\d+)/.exec(printed)?.[1];
      if (port) return { port: Number(port), child };
    }
    throw new RangeError(`It ended: ${printed}`);
  }

  async function startNodes() {
    const nodes = [await startNode(), await startNode()] as const;
    admin = await createCaller(`http://127.0.0.1:${nodes[0].port}`).signIn(sari);
    const { body } = await admin.send('POST', '/api/tokens', { name: 'uji' });
    token = z.object({ token: z.string() }).parse(body).token;
    return nodes;
  }

  async function enter(port: number, id: string): Promise<WebsocketProvider> {
    const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, id, new Y.Doc(), {
      params: { token },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
      maxBackoffTime: 200,
    });
    providers.push(provider);
    await eventually(() => expect(provider.synced).toBe(true));
    return provider;
  }

  it('lose nothing that anybody had seen when one is killed, and its people go to the other', async () => {
    const [a, b] = await startNodes();
    const id = await admin.addProcedure(toProcedureFile(smallProcedure()));
    balancer = await openBalancer([a.port, b.port]);
    const ani = await enter(balancer.port, id);
    const budi = await enter(b.port, id);
    const citra = await enter(a.port, id);
    for (const [index, { awareness }] of [ani, budi, citra].entries())
      awareness.setLocalStateField('cursor', index);
    await eventually(() => expect(budi.awareness.getStates().size).toBe(3));

    const notes = (provider: WebsocketProvider) => provider.doc.getMap('notes');
    let count = 0;
    const writing = setInterval(() => notes(ani).set(`ani ${count++}`, 1), 2);
    await eventually(() => expect(notes(budi).size).toBeGreaterThan(200));
    a.child.kill('SIGKILL');
    await new Promise<void>((resolve) => ani.once('connection-close', () => resolve()));
    const seen = [...notes(budi).keys()];
    await eventually(() => expect(ani.synced && ani.wsconnected).toBe(true));
    clearInterval(writing);

    await eventually(() => expect(notes(budi).size).toBe(count));
    const late = await enter(b.port, id);
    expect(seen.filter((key) => !notes(late).has(key))).toEqual([]);
    expect(notes(late).toJSON()).toEqual(notes(ani).toJSON());
    // Those who came back are there, those who did not are gone.
    await eventually(() =>
      expect([...budi.awareness.getStates().keys()].toSorted()).toEqual(
        [ani, budi, late].map(({ doc }) => doc.clientID).toSorted(),
      ),
    );
  });

  it('hand their people over when one is told to end', async () => {
    const [a, b] = await startNodes();
    const id = await admin.addProcedure(toProcedureFile(smallProcedure()));
    balancer = await openBalancer([a.port, b.port]);
    const ani = await enter(balancer.port, id);
    const budi = await enter(b.port, id);
    ani.doc.getMap('notes').set('before', 1);

    a.child.kill('SIGTERM');
    const [code] = await once(a.child, 'exit');
    ani.doc.getMap('notes').set('after', 1);

    await eventually(() =>
      expect(budi.doc.getMap('notes').toJSON()).toEqual({ before: 1, after: 1 }),
    );
    expect(code).toBe(0);
  });
});
