// How long a step of the presenter takes to all who follow, through a real server with SQLite.
import { openLiveSocket } from '#tests/support/liveSocket.ts';
import { openTestMeeting } from '#tests/support/meetingServer.ts';
import { openTestServer } from '#tests/support/openTestServer.ts';

const followers = 50;
const steps = 200;
const stepEveryMs = 50;

const alur = await openTestServer({ rateLimits: { callsPerMinute: 100_000 } });
const dewi = await alur.signUp('Dewi');
const meeting = await openTestMeeting(alur, dewi);
const { token } = await meeting.addLink();
const presenter = openLiveSocket(alur.url, meeting.id, dewi.credentials);
await meeting.do(dewi, { type: 'start' });
const guests = await Promise.all(
  Array.from({ length: followers }, (_, index) => meeting.letIn(token, `Tamu ${index}`)),
);
const sentAt = new Map<number, number>();
const waits: number[] = [];
const sockets = guests.map((guest) =>
  openLiveSocket(alur.url, meeting.id, guest.credentials, ({ position }) => {
    const sent = sentAt.get(Number((position as { readonly step: number }).step));
    if (sent !== undefined) waits.push(performance.now() - sent);
  }),
);
await until(() => presenter.meeting?.here.length === followers + 1);

for (let step = 0; step < steps; step++) {
  sentAt.set(step, performance.now());
  presenter.present('surat', { step, padding: 'x'.repeat(1500) });
  await new Promise((resolve) => setTimeout(resolve, stepEveryMs));
}
await new Promise((resolve) => setTimeout(resolve, 1000));

waits.sort((a, b) => a - b);
const at = (share: number) => (waits[Math.floor(waits.length * share)] ?? Number.NaN).toFixed(1);
console.log(
  `${followers} followers, ${waits.length} of ${followers * steps} steps seen: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
);

const before = performance.now();
await meeting.do(dewi, { type: 'gather' });
await until(() => sockets.every(({ meeting: told }) => told?.meeting.live.gatherings === 1));
console.log(`a command, seen by all: ${(performance.now() - before).toFixed(0)} ms`);

for (const socket of [presenter, ...sockets]) socket.close();
await alur.close();

async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 2));
}
