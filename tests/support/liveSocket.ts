import { once } from 'node:events';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveMessage, liveMessageSchema } from '#protocol/meeting.ts';
import { eventually } from './eventually.ts';

type Meeting = Extract<LiveMessage, { type: 'meeting' }>;
type Position = Extract<LiveMessage, { type: 'position' }>;

/** A person's page in a meeting, as far as the server sees it. */
export interface LiveSocket {
  /** What it was told last. */
  readonly meeting: Meeting | undefined;
  readonly position: Position | undefined;
  /** Its close code. */
  readonly closed: Promise<number>;
  present(item: string, position: unknown): void;
  send(text: string): void;
  /** Resolves when it has been told something like that. */
  sees(expected: object): Promise<void>;
  seesPosition(expected: object): Promise<void>;
  /** As a browser that dies. */
  terminate(): void;
  close(): void;
}

export function openLiveSocket(
  url: string,
  meetingId: string,
  credentials: Readonly<Record<string, string>>,
  onPosition?: (position: Position) => void,
): LiveSocket {
  const webSocket = new WebSocket(`${url.replace('http', 'ws')}/live/${meetingId}`, {
    headers: { ...credentials },
  });
  let meeting: Meeting | undefined;
  let position: Position | undefined;
  webSocket.on('message', (data) => {
    const message = liveMessageSchema.parse(JSON.parse(String(data)));
    if (message.type === 'meeting') meeting = message;
    else if (message.type === 'position') {
      position = message;
      onPosition?.(message);
    }
  });
  webSocket.on('error', () => undefined);
  return {
    get meeting() {
      return meeting;
    },
    get position() {
      return position;
    },
    closed: once(webSocket, 'close').then(([code]) => Number(code)),
    present: (item, where) =>
      webSocket.send(JSON.stringify({ type: 'present', item, position: where })),
    send: (text) => webSocket.send(text),
    sees: (expected) => eventually(() => expectLike(meeting, expected)),
    seesPosition: (expected) => eventually(() => expectLike(position, expected)),
    terminate: () => webSocket.terminate(),
    close: () => webSocket.close(),
  };
}

function expectLike(actual: unknown, expected: object): void {
  expect(actual).toMatchObject(expected);
}
