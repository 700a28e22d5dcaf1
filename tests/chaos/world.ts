import { isDeepStrictEqual } from 'node:util';
import * as random from 'lib0/prng';
import * as Y from 'yjs';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { findReferenceProblem } from '#core/model/references.ts';
import { readProcedure } from '#document/procedureDocument.ts';
import { suggestionsSchema } from '#protocol/suggestions.ts';
import { toEdit } from '#tests/support/arbitraryEdit.ts';
import { type Caller, createCaller } from '#tests/support/caller.ts';
import { testAdmin } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { until } from '#tests/support/until.ts';
import { ChaosClient, findRest } from './chaosClient.ts';
import type { ChaosFigures } from './chaosRun.ts';
import { ChaosServer } from './chaosServer.ts';
import type { Engine } from './engines.ts';
import { FlakyLine } from './flakyLine.ts';
import { adds, Ledger } from './ledger.ts';
import type { Happening } from './story.ts';

export interface WorldParts {
  readonly folder: string;
  readonly engine: Engine;
  readonly seed: number;
  readonly clients: number;
}

/** One procedure, the people who draw it, and everything that goes wrong. */
export class World {
  readonly #parts: WorldParts;
  readonly #random: random.PRNG;
  readonly #nodes: readonly ChaosServer[];
  readonly #clients: ChaosClient[] = [];
  readonly #readers = new Set<ChaosClient>();
  readonly #seen = new Ledger();
  readonly #promised = new Ledger();
  readonly #seenSuggestions = new Set<string>();
  #procedureId = '';
  #owner: Readonly<Record<string, string>> = {};
  #turn = 0;
  #isStoreBroken = false;
  #redis: 'up' | 'paused' | 'down' = 'up';
  #clockOffsetMs = 0;
  #kills = 0;
  #lost = 0;
  #ids = 0;

  constructor(parts: WorldParts) {
    this.#parts = parts;
    this.#random = random.create(parts.seed);
    const { nodes, databaseUrl, redis } = parts.engine;
    this.#nodes = Array.from(
      { length: nodes },
      () =>
        new ChaosServer(parts.folder, {
          ...(databaseUrl !== undefined && { databaseUrl }),
          ...(redis && { redisUrl: redis.url }),
        }),
    );
  }

  get figures(): ChaosFigures {
    return {
      edits: this.#clients.reduce((sum, { edits }) => sum + edits, 0),
      seen: this.#seen.count,
      promised: this.#promised.count,
      suggestions: this.#seenSuggestions.size,
      kills: this.#kills,
      lost: this.#lost,
    };
  }

  get logTail(): string {
    return this.#nodes.map((node) => node.logTail).join('\n---\n');
  }

  /** Starts the servers, makes the accounts and opens a window for each. */
  async open(): Promise<void> {
    // The first makes the tables and the first account.
    for (const node of this.#nodes) await node.start();
    const owner = await createCaller(this.#url).signIn(testAdmin);
    this.#owner = owner.credentials;
    this.#procedureId = await owner.addProcedure(toProcedureFile(smallProcedure()));
    const enrolled = names.slice(0, this.#parts.clients).map((name) => this.#enrol(name));
    this.#clients.push(...(await Promise.all(enrolled)));
    for (const client of this.#clients) client.open();
  }

  async play(happening: Happening): Promise<void> {
    this.#checkFaults();
    switch (happening.type) {
      case 'edit':
        return this.#edit(this.#clientAt(happening.client), happening.choices);
      case 'undo':
        return this.#clientAt(happening.client).session?.undo();
      case 'redo':
        return this.#clientAt(happening.client).session?.redo();
      case 'point':
        return this.#clientAt(happening.client).session?.setPresence({
          cursor: { x: happening.x, y: happening.x },
        });
      case 'line':
        return this.#clientAt(happening.client).line.setMood(happening.mood);
      case 'crash':
        return this.#clientAt(happening.client).crash();
      case 'return':
        return this.#clientAt(happening.client).open();
      case 'demote':
        return this.#changeRole(this.#clientAt(happening.client), 'viewer');
      case 'promote':
        return this.#changeRole(this.#clientAt(happening.client), 'editor');
      case 'kill':
        return this.#killNode(this.#nodeAt(happening.node));
      case 'drain':
        await this.#nodeAt(happening.node).whenStarted();
        return this.#nodeAt(happening.node).drain();
      case 'start':
        // The people go on while it starts.
        void this.#start(this.#nodeAt(happening.node));
        return;
      case 'breakStore':
        // A server that is started without its database says so and ends: that is the supervisor's to mend.
        return this.#isRunning && !this.#nodes.some((node) => node.isStarting)
          ? this.#breakStore()
          : undefined;
      case 'mendStore':
        return this.#mendStore();
      case 'killRedis':
      case 'pauseRedis':
      case 'mendRedis':
        return this.#playRedis(happening.type);
      case 'clock':
        return this.#setClock(happening.hours * 3_600_000);
    }
  }

  async whenStarted(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.whenStarted()));
  }

  /** Somebody whose window has no connection. */
  findOffline(): string | undefined {
    const offline = this.#clients.find(
      ({ session }) => session?.connection.get().status !== 'online',
    );
    return offline && `${offline.name} is ${offline.session?.connection.get().status}`;
  }

  /** Ends everything that goes wrong and waits until everybody has everything. */
  async settle(): Promise<void> {
    await this.whenStarted();
    await this.#mendStore();
    await this.#playRedis('mendRedis');
    await this.#startAll();
    for (const client of this.#clients) {
      client.line.setMood('open');
      client.open();
    }
    for (const client of [...this.#readers]) await this.#setRole(client, 'editor');
    await until(() => this.#findDifference());
    await until(() => this.#findGhost());
  }

  /** Checks, with every server killed and started once more, what must hold after any story. */
  async checkEnd(): Promise<void> {
    const [first] = this.#clients;
    const procedure = first?.session?.procedure.get();
    if (!first?.doc || !procedure) throw new RangeError('Nobody is there.');
    const suggestions = new Set(first.suggester.ids);
    this.#lost += [...this.#seenSuggestions].filter((id) => !suggestions.has(id)).length;
    if (this.#lost > 0)
      throw new Error(`${this.#lost} suggestions that somebody had seen are lost.`);
    const parsed = parseProcedureFile(toProcedureFile(procedure));
    if (!parsed.ok) throw new Error(`Not a procedure: ${JSON.stringify(parsed.problem)}`);
    const state = Y.encodeStateAsUpdate(first.doc);
    for (const node of this.#nodes) await this.#killNode(node);
    const disk = await this.#parts.engine.readDocument(this.#procedureId);
    if (adds(disk, state)) throw new Error('The disk lacks what everybody has.');
    if (!isDeepStrictEqual(readProcedure(disk), procedure))
      throw new Error('The disk has more than anybody.');
    for (const { name, device } of this.#clients)
      if (adds(disk, device.content)) throw new Error(`What the device of ${name} kept is lost.`);
    await this.#startAll();
    const { body } = await this.#owned().get(`/api/procedures/${this.#procedureId}`);
    if (!isDeepStrictEqual(body, toProcedureFile(procedure)))
      throw new Error('The server gives out something else.');
    await this.#checkSuggestions([...suggestions]);
    await this.#checkNobodyIsLeft();
  }

  /** What the servers read from the disk is what everybody had. */
  async #checkSuggestions(expected: readonly string[]): Promise<void> {
    const { body } = await this.#owned().get(`/api/procedures/${this.#procedureId}/suggestions`);
    const { list } = suggestionsSchema.parse(body);
    const ids = list.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
    if (!isDeepStrictEqual(ids, expected)) throw new Error('The disk has other suggestions.');
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.leave();
    await Promise.all(this.#clients.map(({ line }) => line.close()));
    await this.whenStarted().catch(() => undefined);
    await Promise.all(this.#nodes.map((node) => node.kill()));
  }

  async #enrol(name: string): Promise<ChaosClient> {
    const email = `${name}@kpu.test`;
    const account = { name, email, password: 'rahasia-kantor' };
    const { credentials, get } = await this.#owned().invite(account);
    await this.#owned().send('PUT', this.#membersPath, { email, role: 'editor' });
    const { id: userId } = (await get('/api/me')).body as { readonly id: string };
    return new ChaosClient({
      name,
      userId,
      procedureId: this.#procedureId,
      credentials,
      line: await FlakyLine.open(() => this.#nextPort()),
      seen: this.#seen,
      promised: this.#promised,
      seenSuggestions: this.#seenSuggestions,
      now: () => Date.now() + this.#clockOffsetMs,
      random: () => random.real53(this.#random),
    });
  }

  get #isRunning(): boolean {
    return this.#nodes.some((node) => node.isRunning);
  }

  /** A node that answers, else one that did. */
  get #url(): string {
    return (this.#nodes.find((node) => node.isRunning) ?? this.#nodeAt(0)).url;
  }

  /** What a plain load balancer does: each new connection goes to the next node that is there. */
  #nextPort(): number {
    const running = this.#nodes.filter((node) => node.isRunning);
    return (running[this.#turn++ % running.length] ?? this.#nodeAt(0)).port;
  }

  #nodeAt(index: number): ChaosServer {
    const node = this.#nodes[index % this.#nodes.length];
    if (!node) throw new RangeError('There is no server.');
    return node;
  }

  #checkFaults(): void {
    for (const { fault } of this.#nodes) if (fault) throw new Error(fault);
  }

  get #membersPath(): string {
    return `/api/procedures/${this.#procedureId}/members`;
  }

  #owned(): Caller {
    return createCaller(this.#url, { ...this.#owner });
  }

  #clientAt(index: number): ChaosClient {
    const client = this.#clients[index % this.#clients.length];
    if (!client) throw new RangeError('Nobody is there.');
    return client;
  }

  #edit(client: ChaosClient, choices: Parameters<typeof toEdit>[0]): void {
    const { session } = client;
    if (!session) return;
    client.apply(toEdit(choices, session.procedure.get(), () => `n${++this.#ids}`));
    const problem = findReferenceProblem(session.procedure.get());
    if (problem) throw new Error(`${client.name} sees no procedure: ${JSON.stringify(problem)}`);
  }

  async #changeRole(client: ChaosClient, role: 'editor' | 'viewer'): Promise<void> {
    if (this.#isRunning && !this.#isStoreBroken) await this.#setRole(client, role);
  }

  async #setRole(client: ChaosClient, role: 'editor' | 'viewer'): Promise<void> {
    const email = `${client.name}@kpu.test`;
    const { status } = await this.#owned().send('PUT', this.#membersPath, { email, role });
    if (status !== 200) throw new Error(`The role of ${client.name} was not set: ${status}`);
    if (role === 'viewer') this.#readers.add(client);
    else this.#readers.delete(client);
  }

  /** Nothing where it is up. It starts where the database answers. */
  async #start(node: ChaosServer): Promise<void> {
    if (node.isUp) return;
    await node.start(() => this.#mendStore());
    node.setClock(this.#clockOffsetMs);
  }

  async #startAll(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => this.#start(node)));
  }

  /** Nothing where it is down already; else what was lost by it is counted on the disk. */
  async #killNode(node: ChaosServer): Promise<void> {
    await node.whenStarted();
    if (!node.isUp) return;
    await node.kill();
    this.#kills++;
    await this.#mendStore();
    const counts = [this.#seen.toCount(), this.#promised.toCount()];
    const disk = await this.#parts.engine.readDocument(this.#procedureId);
    const [seen = 0, promised = 0] = counts.map((count) => count(disk));
    this.#lost += seen + promised;
    if (seen > 0) throw new Error(`${seen} updates that somebody had seen are lost.`);
    if (promised > 0) throw new Error(`${promised} updates that were called saved are lost.`);
  }

  async #breakStore(): Promise<void> {
    if (this.#isStoreBroken) return;
    this.#isStoreBroken = await this.#parts.engine.break(this.#nodes);
  }

  async #mendStore(): Promise<void> {
    if (!this.#isStoreBroken) return;
    await this.#parts.engine.mend(this.#nodes);
    this.#isStoreBroken = false;
  }

  async #playRedis(change: 'killRedis' | 'pauseRedis' | 'mendRedis'): Promise<void> {
    const { redis } = this.#parts.engine;
    if (!redis) return;
    if (change === 'mendRedis') {
      if (this.#redis === 'paused') redis.resume();
      if (this.#redis === 'down') await redis.start();
      this.#redis = 'up';
    } else if (this.#redis === 'up') {
      if (change === 'pauseRedis') redis.pause();
      else await redis.kill();
      this.#redis = change === 'pauseRedis' ? 'paused' : 'down';
    }
  }

  #setClock(offsetMs: number): void {
    this.#clockOffsetMs = offsetMs;
    for (const node of this.#nodes) node.setClock(offsetMs);
  }

  #findDifference(): string | undefined {
    this.#checkFaults();
    const [first, ...others] = this.#clients;
    for (const client of this.#clients) {
      const rest = findRest(client);
      if (rest) return rest;
    }
    const other = others.find(
      ({ session, suggester }) =>
        !isDeepStrictEqual(session?.procedure.get(), first?.session?.procedure.get()) ||
        !isDeepStrictEqual(suggester.ids, first?.suggester.ids),
    );
    return other && `${other.name} sees something else than ${first?.name}`;
  }

  /** Somebody who sees more, fewer or other people than are there. */
  #findGhost(): string | undefined {
    for (const { name, session } of this.#clients) {
      const others = this.#clients.map((client) => client.name).filter((each) => each !== name);
      const peers = session?.peers.get().map((peer) => peer.name) ?? [];
      if (!isDeepStrictEqual(peers.toSorted(), others.toSorted()))
        return `${name} sees ${peers.join(', ') || 'nobody'} instead of ${others.join(', ')}`;
    }
    return undefined;
  }

  /** All leave but one, who comes anew, finds what was left, and sees nobody. */
  async #checkNobodyIsLeft(): Promise<void> {
    const [last, ...others] = this.#clients;
    for (const client of others) client.leave();
    await until(() => {
      const peers = last?.session?.peers.get() ?? [];
      return peers.length === 0 ? undefined : `${peers.map(({ name }) => name).join(', ')} left`;
    });
  }
}

const names = ['ani', 'budi', 'citra', 'dewi', 'eka', 'fajar', 'gita', 'hadi'];
