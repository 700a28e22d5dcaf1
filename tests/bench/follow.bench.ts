// How soon fifty people who follow a presentation see its next step, while the presenter points and two others type.
// `npm run bench follow`: a real server in a process of its own, real sockets, the session and the reducer of the
// page; all fifty share this process, so what a page would do alone is counted fifty times. Prints, never fails.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPresenter } from '#app/present/presenters.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type Follow, follow, newFollow, toShown } from '#core/presentation/follow.ts';
import { applyCommand } from '#core/presentation/presentationCommand.ts';
import {
  newPresentation,
  type PresentationState,
  toSharedState,
} from '#core/presentation/presentationState.ts';
import type { Session } from '#session/session.ts';
import { openTestSession } from '#tests/support/openTestSession.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';
import { until } from '#tests/support/until.ts';

const followerCount = 50;
const stepChanges = 120;
const stepPauseMs = 250;
const pointPauseMs = 34;
const typePauseMs = 200;

const folder = mkdtempSync(join(tmpdir(), 'alur-bench-'));
const { child, port } = await startServer();
try {
  const procedure = typicalProcedure(40, 6, 1);
  const presenter = await open('penyaji');
  for (const edit of toEdits(procedure)) presenter.apply(edit);
  const typists = await Promise.all([open('juru-tulis-1'), open('juru-tulis-2')]);
  const followers = await Promise.all(
    Array.from({ length: followerCount }, (_, index) => open(`peserta-${index}`)),
  );
  const latencies = await present(presenter, followers, typists);
  print(latencies);
  for (const session of [presenter, ...typists, ...followers]) session.close();
} finally {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

/** One latency a follower and step change, in ms; NaN for one that was never seen. */
async function present(
  presenter: Session,
  followers: readonly Session[],
  typists: readonly Session[],
): Promise<readonly number[]> {
  let shownAtMs = 0;
  let step = '';
  const latencies: number[] = [];
  for (const session of followers)
    watch(session, (shown) => {
      if (shown === step) latencies.push(performance.now() - shownAtMs);
    });

  let state: PresentationState = newPresentation('doc', Date.now());
  const show = (next: PresentationState): void => {
    state = next;
    presenter.setPresence({ presenting: toSharedState(state) });
  };
  const timers = [
    setInterval(() => show({ ...state, pointer: { x: Math.random(), y: 1 } }), pointPauseMs),
    ...typists.map((session, index) => setInterval(() => type(session, index), typePauseMs)),
  ];
  for (let change = 0; change < stepChanges; change += 1) {
    const next = applyCommand(presenter.procedure.get(), state, {
      type: state.station.at === 'closing' ? 'opening' : 'next',
    });
    if (next.station.at === 'step') {
      step = next.station.step;
      shownAtMs = performance.now();
    }
    show(next);
    await wait(stepPauseMs);
  }
  for (const timer of timers) clearInterval(timer);
  await wait(stepPauseMs);
  return latencies;
}

/** Calls back with each new step that a follower's page would show. */
function watch(session: Session, onStep: (step: string) => void): void {
  let following: Follow = newFollow;
  let last: string | undefined;
  session.peers.subscribe(() => {
    const presenter = findPresenter(session.peers.get(), 'doc');
    if (presenter)
      following = follow(following, { type: 'presenterShows', state: presenter.state });
    const station = toShown(following)?.station;
    const step = station?.at === 'step' ? station.step : undefined;
    if (step !== undefined && step !== last) onStep(step);
    last = step;
  });
}

function type(session: Session, index: number): void {
  const target = { of: 'item', list: 'warnings', index } as const;
  session.apply({ type: 'spliceText', target, at: 0, remove: 0, insert: 'a' });
}

function toEdits({ actors, steps, flows }: Procedure) {
  const place = { at: 'end' } as const;
  return [
    ...actors.map((actor) => ({ type: 'addActor', actor, place }) as const),
    ...steps.map(
      ({ id, activity, symbols }) =>
        ({ type: 'addStep', step: { id, activity, symbols }, place }) as const,
    ),
    ...flows.map((flow) => ({ type: 'connect', flow }) as const),
    { type: 'addItem', list: 'warnings', index: 0, text: '' } as const,
    { type: 'addItem', list: 'warnings', index: 1, text: '' } as const,
  ];
}

async function open(user: string): Promise<Session> {
  const session = openTestSession(port, { user });
  await until(() =>
    session.connection.get().status === 'online' ? undefined : `${user} is not online`,
  );
  return session;
}

async function startServer(): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const script = fileURLToPath(new URL('../support/syncServerProcess.ts', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(started.stdout, 'data')) as [Buffer];
  return { child: started, port: Number(printed.toString()) };
}

function print(latencies: readonly number[]): void {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(0);
  console.log(
    `${followerCount} followers saw ${sorted.length} step changes (each of ${stepChanges}, less openings): ` +
      `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
  );
}
