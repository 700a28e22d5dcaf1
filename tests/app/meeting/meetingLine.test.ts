import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket as Socket } from 'ws';
import { MeetingLine } from '#app/meeting/MeetingLine.ts';
import { newPresentation, type PresentationState } from '#core/presentation/presentationState.ts';
import { type Balancer, openBalancer } from '#tests/support/balancer.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestMeeting, type TestMeeting } from '#tests/support/meetingServer.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';

describe('the line of a page to its meeting', () => {
  let alur: TestServer;
  let dewi: Caller;
  let meeting: TestMeeting;
  let guest: Caller;
  let link: { readonly id: string; readonly token: string };
  let network: Balancer;
  const lines: MeetingLine[] = [];

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
  });
  beforeEach(async () => {
    meeting = await openTestMeeting(alur, dewi);
    link = await meeting.addLink();
    guest = await meeting.letIn(link.token, 'Bu Ani');
    network = await openBalancer([Number(new URL(alur.url).port)]);
  });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close();
    await network.close();
  });
  afterAll(() => alur.close());

  /** As the browser of that person opens it. */
  function open(who: Caller): MeetingLine {
    class SignedInSocket extends Socket {
      constructor(url: string) {
        super(url, { headers: { ...who.credentials } });
        this.on('error', () => undefined);
      }
    }
    const line = new MeetingLine({
      meetingId: meeting.id,
      baseUrl: `http://127.0.0.1:${network.port}`,
      WebSocket: SignedInSocket as unknown as typeof WebSocket,
      random: () => 0,
    });
    lines.push(line);
    return line;
  }

  const atStep = (step: string): PresentationState => ({
    ...newPresentation(meeting.procedure, 0),
    station: { at: 'step', step },
  });

  it('shows the last of what the presenter did in a short time', async () => {
    const [chair, follower] = [open(dewi), open(guest)];
    await meeting.do(dewi, { type: 'start' });
    await eventually(() => expect(chair.news.get()?.meeting.state).toBe('running'));
    await eventually(() => expect(follower.news.get()?.here.length).toBe(2));

    for (const step of ['s1', 's2', 's3']) chair.present('surat', atStep(step));

    await eventually(() =>
      expect(follower.shown.get()).toEqual({ item: 'surat', state: atStep('s3') }),
    );
  });

  it('comes back by itself when the network was gone, to where the meeting is', async () => {
    const line = open(guest);
    await eventually(() => expect(line.status.get()).toBe('online'));

    await network.close();
    await eventually(() => expect(line.status.get()).toBe('offline'));
    await meeting.do(dewi, { type: 'start' });
    network = await openBalancer([Number(new URL(alur.url).port)], network.port);

    await eventually(() => expect(line.status.get()).toBe('online'));
    expect(line.news.get()?.meeting.state).toBe('running');
  });

  it('does not wait for silence or the next try where the browser knows of its network', async () => {
    const line = open(guest);
    await eventually(() => expect(line.status.get()).toBe('online'));

    line.lose();
    expect(line.status.get()).toBe('offline');
    line.tryNow();

    await eventually(() => expect(line.status.get()).toBe('online'));
  });

  it('ends for good when its person is shown out', async () => {
    const line = open(guest);
    await eventually(() => expect(line.status.get()).toBe('online'));

    await dewi.send('DELETE', meeting.path(`/links/${link.id}`));

    await eventually(() => expect(line.status.get()).toBe('refused'));
  });
});
