import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { type CommandAnswer, commandAnswerSchema, openMeetingSchema } from '#protocol/meeting.ts';
import { type Caller, createCaller } from './caller.ts';
import type { TestServer } from './openTestServer.ts';
import { smallProcedure } from './smallProcedure.ts';

/** A meeting on a test server: Dewi moderates and owns the SOP of the first item; the second is free. */
export interface TestMeeting {
  readonly id: string;
  readonly procedure: string;
  readonly dewi: Caller;
  /** The path of the meeting, with something behind it. */
  path(rest?: string): string;
  do(who: Caller, command: object): Promise<CommandAnswer>;
  see(who: Caller): Promise<z.infer<typeof openMeetingSchema>>;
  addLink(link?: object): Promise<{ readonly id: string; readonly token: string }>;
  /** A guest who came in by the link. */
  letIn(token: string, name: string): Promise<Caller>;
}

const details = {
  title: 'Pembahasan SOP',
  office: ['KOMISI PEMILIHAN UMUM', 'KABUPATEN CONTOH'],
  place: 'Ruang rapat',
  scheduledOn: '2026-06-02T09:00',
};

export async function openTestMeeting(alur: TestServer, dewi: Caller): Promise<TestMeeting> {
  const procedure = await dewi.addProcedure(toProcedureFile(smallProcedure()));
  const items = [
    { id: 'surat', procedure, title: 'SOP surat', presenter: 'Budi', minutes: 15 },
    { id: 'lain', procedure: null, title: 'Lain-lain', presenter: '', minutes: 5 },
  ];
  const planned = await dewi.send('POST', '/api/meetings', { details, items });
  const { id } = z.object({ id: z.string() }).parse(planned.body);
  const path = (rest = '') => `/api/meetings/${id}${rest}`;

  return {
    id,
    procedure,
    dewi,
    path,
    async do(who, command) {
      const { body } = await who.send('POST', path('/commands'), { command });
      return commandAnswerSchema.parse(body);
    },
    see: async (who) => openMeetingSchema.parse((await who.get(path())).body),
    async addLink(link = {}) {
      const given = { role: 'commenter', allowsGuests: true, expiresInHours: 1, ...link };
      const { body } = await dewi.send('POST', path('/links'), given);
      const made = z.object({ id: z.string(), url: z.string() }).parse(body);
      return { id: made.id, token: made.url.split('/').at(-1) ?? '' };
    },
    async letIn(token, name) {
      const { status, headers } = await alur.stranger.send('POST', '/api/meetings/join', {
        token,
        name,
      });
      if (status !== 200) throw new RangeError(`${name} was not let in: ${status}`);
      const cookie = headers.getSetCookie().map((each) => each.split(';')[0]);
      return createCaller(alur.url, { cookie: cookie.join('; ') });
    },
  };
}
