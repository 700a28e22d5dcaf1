import { setTimeout as wait } from 'node:timers/promises';
import { type LoadClient, openObserver, openWriter } from './loadClient.ts';
import { type MeasuredServer, startMeasured } from './measuredServer.ts';
import type { ServerKind } from './serverKinds.ts';

/** Where one measurement runs: a port and a folder of its own. */
export interface Place {
  readonly port: number;
  readonly folder: string;
}

/** What one measurement gave, by name of the figure; the unit is in the name. */
export type Figures = Readonly<Record<string, number>>;

export type Scenario = (kind: ServerKind, place: Place) => Promise<Figures>;

interface Rates {
  readonly edits: number;
  readonly cursorMoves: number;
}

const roomRates: Rates = { edits: 5, cursorMoves: 20 };
const manyRates: Rates = { edits: 2, cursorMoves: 0 };
/** Somebody who draws thinks for four seconds between two edits, and moves the mouse for a fifth of the time. */
const officeRates: Rates = { edits: 0.25, cursorMoves: 4 };
const warmUpSeconds = 2;
const loadSeconds = 10;
const catchUpSeconds = 15;

/** One room of fifty, all of whom draw and move their cursors. */
export const room: Scenario = (kind, place) =>
  measureLoad(kind, place, { rooms: 1, people: 50, observers: 8, rates: roomRates });

/** Two hundred rooms of five. */
export const many: Scenario = (kind, place) =>
  measureLoad(kind, place, { rooms: 200, people: 5, observers: 0.2, rates: manyRates });

/** A working day's busiest minute of fifty offices: 1,000 people, five at an SOP, all of them drawing. */
export const office: Scenario = (kind, place) =>
  measureLoad(kind, place, { rooms: 200, people: 5, observers: 0.2, rates: officeRates });

interface Load {
  readonly rooms: number;
  /** In each room. */
  readonly people: number;
  /** How many of them read all that comes, on average. */
  readonly observers: number;
  readonly rates: Rates;
}

interface Member {
  readonly room: string;
  readonly person: string;
  readonly client: LoadClient;
  readonly isObserver: boolean;
}

async function measureLoad(kind: ServerKind, place: Place, load: Load): Promise<Figures> {
  const server = await startMeasured(kind, place.folder, place.port);
  const members = await enter(server, kind, load);
  const clients = members.map(({ client }) => client);
  await draw(clients, load.rates, warmUpSeconds);
  const latencies = watchLatencies(members);
  const cpuBefore = server.cpuSeconds();
  const editsBefore = countEdits(clients);
  await draw(clients, load.rates, loadSeconds);
  await untilAllSeen(members);
  const cpu = server.cpuSeconds() - cpuBefore;
  const edits = countEdits(clients) - editsBefore;
  const memory = server.memoryKb() / 1024;
  for (const client of clients) client.leave();
  await server.kill();
  return {
    'CPU, ms an edit': (cpu * 1000) / edits,
    'CPU, % of a core for 1,000 people': ((cpu / loadSeconds) * 100_000) / clients.length,
    'p50 ms': quantile(latencies, 0.5),
    'p99 ms': quantile(latencies, 0.99),
    'memory MB': memory,
  };
}

/**
 * Two thousand people in four hundred rooms who do nothing; then with a second socket each, where a server
 * has one beside each document.
 */
export async function idle(kind: ServerKind, place: Place): Promise<Figures> {
  const server = await startMeasured(kind, place.folder, place.port);
  const first = await enter(server, kind, { rooms: 10, people: 5, observers: 0, rates: manyRates });
  const before = await untilSettled(server);
  const rest = await enter(server, kind, { rooms: 390, people: 5, observers: 0, rates: manyRates });
  const after = await untilSettled(server);
  const beside = kind.besidePath ? await enterBeside(server, kind, rest) : [];
  const afterBeside = await untilSettled(server);
  for (const client of [...first, ...rest].map((member) => member.client)) client.leave();
  for (const client of beside) client.leave();
  await server.kill();
  const each = (kilobytes: number) => kilobytes / rest.length;
  return {
    'kB a connection': each(after - before),
    'kB a person with both sockets': beside.length > 0 ? each(afterBeside - before) : Number.NaN,
  };
}

/** The same people enter what their server has beside their rooms. */
async function enterBeside(
  server: MeasuredServer,
  kind: ServerKind,
  members: readonly Member[],
): Promise<readonly LoadClient[]> {
  const clients: LoadClient[] = [];
  for (const { room, person } of members) {
    const path = kind.besidePath?.(room, `${person}-${room}`) ?? '';
    const client = openWriter(server.address + path, person, kind.dialect(room));
    await client.entered;
    clients.push(client);
  }
  return clients;
}

/** A room with ten thousand past edits, entered while it is in memory and after a restart. */
export async function load(kind: ServerKind, place: Place): Promise<Figures> {
  const server = await startMeasured(kind, place.folder, place.port);
  const writer = open(server, kind, { room: 'old', person: 'author', isObserver: true });
  await writer.entered;
  for (let edit = 0; edit < pastEdits; edit++) {
    writer.edit();
    // As fast as a limit of 200 messages a second and a burst of 1,000 would be too slow to wait for.
    if (edit % 500 === 499) await wait(sendPauseMs);
  }
  const warm = await untilEntered(server, kind, pastEdits);
  writer.leave();
  await server.kill();
  if (!kind.isDurable) return { 'warm ms': warm, 'cold ms': Number.NaN };
  const restarted = await startMeasured(kind, place.folder, place.port);
  // The first connection of a process pays for code that is compiled then; that is not the document's cost.
  const other = open(restarted, kind, { room: 'other', person: 'reader', isObserver: true });
  await other.entered;
  other.leave();
  const cold = await untilEntered(restarted, kind, 1);
  await restarted.kill();
  return { 'warm ms': warm, 'cold ms': cold };
}

const pastEdits = 10_000;
const sendPauseMs = 2500;

/** A power cut in the middle: what another had seen, and what of it is gone. */
export async function crash(kind: ServerKind, place: Place): Promise<Figures> {
  const server = await startMeasured(kind, place.folder, place.port);
  const shape: Load = { rooms: 1, people: 50, observers: 8, rates: roomRates };
  const members = await enter(server, kind, shape);
  await draw(
    members.map(({ client }) => client),
    roomRates,
    4,
  );
  await server.kill();
  const seen = findSeen(members);
  for (const { client } of members) client.leave();
  const restarted = await startMeasured(kind, place.folder, place.port);
  const late = open(restarted, kind, { room: 'room0', person: 'late', isObserver: true });
  await late.entered;
  const countLost = () =>
    sum([...seen].map(([key, count]) => Math.max(0, count - (late.edits.get(key)?.[0] ?? 0))));
  // Some give the newcomer an empty document first and read theirs from disk meanwhile.
  await until(() => countLost() === 0, 3);
  const lost = countLost();
  late.leave();
  await restarted.kill();
  return { seen: sum([...seen.values()]), lost };
}

function findSeen(members: readonly Member[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { client, person, isObserver } of members)
    if (isObserver)
      for (const [key, [count]] of client.edits.entries())
        if (key !== person) seen.set(key, Math.max(seen.get(key) ?? 0, count));
  return seen;
}

async function enter(
  server: MeasuredServer,
  kind: ServerKind,
  { rooms, people, observers }: Load,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  const names = Array.from({ length: rooms }, (_, index) => `room${index}`);
  for (const [index, room] of names.entries()) {
    const observing = Math.floor((index + 1) * observers) - Math.floor(index * observers);
    for (let place = 0; place < people; place++) {
      const who = { room, person: `person${place}`, isObserver: place < observing };
      const client = open(server, kind, who);
      await client.entered;
      members.push({ ...who, client });
    }
  }
  return members;
}

type Who = Omit<Member, 'client'>;

function open(server: MeasuredServer, kind: ServerKind, who: Who): LoadClient {
  const { room, person, isObserver } = who;
  const url = server.address + kind.path(room, `${person}-${room}`);
  const enterRoom = isObserver ? openObserver : openWriter;
  return enterRoom(url, person, kind.dialect(room));
}

/** Everybody edits and moves at a steady rate; who falls behind makes up for it. */
async function draw(clients: readonly LoadClient[], rates: Rates, seconds: number): Promise<void> {
  const actions = clients.flatMap((client, index) => {
    const phase = index / clients.length;
    return [
      { act: () => client.edit(), perSecond: rates.edits, phase },
      { act: () => client.moveCursor(), perSecond: rates.cursorMoves, phase },
    ].filter(({ perSecond }) => perSecond > 0);
  });
  const startedAt = performance.now();
  const due = actions.map(({ perSecond, phase }) => startedAt + (1000 / perSecond) * phase);
  while (performance.now() - startedAt < seconds * 1000) {
    for (const [index, { act, perSecond }] of actions.entries())
      for (
        ;
        (due[index] ?? 0) <= performance.now();
        due[index] = (due[index] ?? 0) + 1000 / perSecond
      )
        act();
    await wait(1);
  }
}

/** Collects, from now on, how long after an edit each observer has it, in ms. */
function watchLatencies(members: readonly Member[]): readonly number[] {
  const latencies: number[] = [];
  for (const { client, isObserver } of members)
    if (isObserver)
      client.edits.observe(({ transaction, keysChanged }) => {
        if (transaction.local) return;
        for (const key of keysChanged)
          latencies.push(performance.now() - (client.edits.get(key)?.[1] ?? 0));
      });
  return latencies;
}

/** Whoever is behind has its work to do yet: it belongs to the measured time. */
async function untilAllSeen(members: readonly Member[]): Promise<void> {
  const byRoom = new Map<string, Member[]>();
  for (const member of members)
    byRoom.set(member.room, [...(byRoom.get(member.room) ?? []), member]);
  const isSeen = ({ client, room }: Member) =>
    (byRoom.get(room) ?? []).every(
      (other) => client.edits.get(other.person)?.[0] === other.client.editsMade,
    );
  const observers = members.filter(({ isObserver }) => isObserver);
  await until(() => observers.every(isSeen), catchUpSeconds);
}

/** Looks every few milliseconds, for at most so many seconds; says whether it came true. */
async function until(isTrue: () => boolean, seconds: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000;
  while (!isTrue()) {
    if (performance.now() > deadline) return false;
    await wait(5);
  }
  return true;
}

/** Enters the old room and resolves, in ms, once at least `edits` are there. */
async function untilEntered(
  server: MeasuredServer,
  kind: ServerKind,
  edits: number,
): Promise<number> {
  const startedAt = performance.now();
  const reader = open(server, kind, { room: 'old', person: 'reader', isObserver: true });
  const isThere = () => (reader.edits.get('author')?.[0] ?? 0) >= edits;
  const came = await until(isThere, catchUpSeconds);
  const time = performance.now() - startedAt;
  reader.leave();
  return came ? time : Number.NaN;
}

/** The least of some readings over two seconds, in kB: garbage that waits to be collected is not kept. */
async function untilSettled(server: MeasuredServer): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < 8; reading++) {
    await wait(250);
    least = Math.min(least, server.memoryKb());
  }
  return least;
}

function countEdits(clients: readonly LoadClient[]): number {
  return sum(clients.map((client) => client.editsMade));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
}
