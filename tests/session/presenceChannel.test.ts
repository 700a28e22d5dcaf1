import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PresenceChannel } from '#session/presenceChannel.ts';

describe('PresenceChannel', () => {
  let awareness: Awareness;
  let channel: PresenceChannel;

  beforeEach(() => {
    vi.useFakeTimers();
    awareness = new Awareness(new Y.Doc());
    channel = new PresenceChannel(awareness, { id: 'ani', name: 'Ani', color: '#2563a8' });
  });
  afterEach(() => {
    channel.close();
    awareness.destroy();
    vi.useRealTimers();
  });

  it('sends at most 30 messages a second, and the last place always', () => {
    const sent: unknown[] = [];
    awareness.on('update', () => sent.push(awareness.getLocalState()?.cursor));

    for (let move = 1; move <= 200; move += 1) {
      channel.change({ cursor: { x: move, y: 0 } });
      vi.advanceTimersByTime(5);
    }
    vi.advanceTimersByTime(100);

    expect(sent.length).toBeLessThanOrEqual(31);
    expect(sent.length).toBeGreaterThan(25);
    expect(sent.at(-1)).toEqual({ x: 200, y: 0 });
  });

  it('says nothing twice', () => {
    let count = 0;
    channel.change({ cursor: { x: 1, y: 1 } });
    vi.advanceTimersByTime(100);
    awareness.on('update', () => count++);

    channel.change({ cursor: { x: 1, y: 1 } });
    vi.advanceTimersByTime(100);

    expect(count).toBe(0);
  });

  it('leaves out of others what makes no sense', () => {
    const presenting = { procedureId: 'doc', station: { at: 'moon' } };
    const user = { name: 'Budi', color: '#000' };
    hearFrom(7, { user, cursor: 'here', editing: { of: 'moon' }, presenting });
    hearFrom(8, { user: 'nobody' });
    hearFrom(9, 'noise');

    expect(channel.peers.get()).toEqual([
      {
        clientId: 7,
        userId: '7',
        name: 'Budi',
        color: '#000',
        selection: [],
        cursor: null,
        drag: null,
        editing: null,
        presenting: null,
      },
    ]);
  });

  function hearFrom(clientId: number, state: unknown): void {
    awareness.states.set(clientId, state as Record<string, unknown>);
    awareness.emit('change', [{ added: [clientId], updated: [], removed: [] }, 'test']);
  }
});
