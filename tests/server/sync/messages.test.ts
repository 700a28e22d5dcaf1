import { describe, expect, it } from 'vitest';
import { toFrame } from '#server/sync/frame.ts';
import {
  parseMessage,
  toAwarenessMessage,
  toSavedMessage,
  toStateAnswer,
  toStateQuestion,
  toUpdateMessage,
} from '#server/sync/messages.ts';

describe('toFrame', () => {
  it.each([
    [0, [0x82, 0]],
    [125, [0x82, 125]],
    [126, [0x82, 126, 0, 126]],
    [65_535, [0x82, 126, 255, 255]],
    [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
  ])('writes the header of %d bytes as RFC 6455 has it', (length, header) => {
    const message = new Uint8Array(length).fill(7);

    const frame = toFrame(message);

    expect([...frame.subarray(0, header.length)]).toEqual(header);
    expect(frame.subarray(header.length).equals(message)).toBe(true);
  });
});

describe('parseMessage', () => {
  const bytes = Uint8Array.of(5, 6);

  it.each([
    [toStateQuestion(bytes), { type: 'askState', vector: bytes }],
    [toStateAnswer(bytes), { type: 'write', update: bytes, isStep2: true }],
    [toUpdateMessage(bytes), { type: 'write', update: bytes, isStep2: false }],
    [toAwarenessMessage(bytes), { type: 'awareness', update: bytes }],
    [toSavedMessage(300), { type: 'mark', mark: 300 }],
    [Uint8Array.of(3), { type: 'askAwareness' }],
  ])('tells %j apart', (message, expected) => {
    expect(parseMessage(message)).toEqual(expected);
  });

  it('never reads beyond the message into what lies behind it in memory', () => {
    const memory = Uint8Array.from([0, 2, 9, 1, 1, 115, 101, 99, 114, 101, 116, 33]);

    expect(parseMessage(memory.subarray(0, 5))).toBeUndefined();
  });
});
