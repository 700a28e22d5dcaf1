import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { toConnectionKey } from '#app/editor/connectionKey.ts';
import { toRefusalKey } from '#app/editor/refusalKey.ts';
import { en } from '#app/i18n/en.ts';
import { id } from '#app/i18n/id.ts';
import { type CloseName, closeCodes } from '#protocol/sync.ts';
import type { ConnectionState, Session } from '#session/session.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestSession } from '#tests/support/openTestSession.ts';

describe('a close code of the server', () => {
  const opened: { close(): void }[] = [];

  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
  });

  /** A session whose server lets it in and shows it out with this code, each time. */
  async function openShownOut(code: number): Promise<Session> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => socket.close(code));
    await once(server, 'listening');
    const session = openTestSession((server.address() as AddressInfo).port);
    opened.push(session, server);
    return session;
  }

  it.each(Object.keys(closeCodes).filter(isCloseName))(
    '%s has a word of its own in both languages',
    async (name) => {
      const session = await openShownOut(closeCodes[name]);

      await eventually(() => expect(session.connection.get().status).not.toBe('connecting'));

      const state = session.connection.get();
      expect(toTexts(state, id)).not.toEqual(ordinaryTexts(id));
      for (const text of [...toTexts(state, id), ...toTexts(state, en)])
        expect(text).toEqual(expect.stringMatching(/\w{3}/));
    },
  );

  it('that is a pause is tried again, and stays said while the tries fail', async () => {
    const session = await openShownOut(closeCodes.tryLater);

    await eventually(() =>
      expect(session.connection.get()).toEqual({ status: 'offline', cause: 'try-later' }),
    );
  });
});

function isCloseName(name: string): name is CloseName {
  return name in closeCodes;
}

/** What a person reads in this state: the status line, or the page in place of the editor. */
function toTexts(state: ConnectionState, texts: typeof id | typeof en): readonly string[] {
  if (state.status !== 'refused') return [texts.status[toConnectionKey(state)]];
  const key = toRefusalKey(state.reason);
  const { refused } = texts.shell.editor;
  return [refused[`${key}Title`], refused[`${key}Text`]];
}

function ordinaryTexts(texts: typeof id): readonly string[] {
  return [texts.status.connecting];
}
