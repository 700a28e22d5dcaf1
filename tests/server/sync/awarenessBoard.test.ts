import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { AwarenessBoard, type Presence } from '#server/sync/awarenessBoard.ts';

const ani = { id: 'id-ani', name: 'Ani' };
const budi = { id: 'id-budi', name: 'Budi' };

/** Somebody who watches a board with an ordinary client. */
function watch(board: AwarenessBoard) {
  const awareness = new Awareness(new Y.Doc());
  return () => {
    const { own } = look(board, awareness);
    return { cursors: cursorsOf(awareness), own };
  };
}

function look(board: AwarenessBoard, awareness: Awareness) {
  const { update, own } = board.takeChanged();
  applyAwarenessUpdate(awareness, update, 'board');
  return { own };
}

function cursorsOf(awareness: Awareness): Readonly<Record<number, unknown>> {
  const own = awareness.clientID;
  const others = [...awareness.getStates()].filter(([id]) => id !== own);
  return Object.fromEntries(others.map(([id, state]) => [id, state.cursor]));
}

function said(clientId: number, clock: number, cursor: number, user = ani): Presence {
  return { clientId, clock, user, state: JSON.stringify({ cursor }) };
}

function gone(clientId: number, clock: number, user = ani): Presence {
  return { clientId, clock, user, state: 'null' };
}

describe('what other nodes say', () => {
  it('is shown, and goes with its node', () => {
    const board = new AwarenessBoard(1000);
    const see = watch(board);

    board.acceptFrom('a', [said(1, 1, 10), said(2, 1, 20, budi)]);
    expect(see().cursors).toEqual({ 1: 10, 2: 20 });
    board.acceptFrom('b', [said(3, 1, 30)]);
    board.leaveNode('a');
    expect(see().cursors).toEqual({ 3: 30 });
  });

  it('is not said again as our own', () => {
    const board = new AwarenessBoard(1000);
    const see = watch(board);

    board.acceptFrom('a', [said(1, 1, 10)]);

    expect(see().own).toEqual([]);
    expect(board.ownPresences).toEqual([]);
  });

  it('is understood from the node that somebody came to, though it counts lower', () => {
    const board = new AwarenessBoard(1000);
    const see = watch(board);
    board.acceptFrom('a', [said(1, 5, 10)]);
    see();

    board.acceptFrom('a', [gone(1, 5)]);
    board.acceptFrom('b', [said(1, 5, 20)]);
    expect(see().cursors).toEqual({ 1: 20 });
    board.acceptFrom('b', [said(1, 6, 21)]);
    expect(see().cursors).toEqual({ 1: 21 });
    board.acceptFrom('a', [gone(1, 5)]);
    expect(see().cursors).toEqual({ 1: 21 });
  });

  it('never moves the cursor of somebody else, connected here or there', () => {
    const board = new AwarenessBoard(1000);
    const see = watch(board);
    const client = new Awareness(new Y.Doc());
    client.setLocalState({ cursor: 1 });
    board.accept(encodeAwarenessUpdate(client, [client.clientID]), { user: ani });
    board.acceptFrom('a', [said(7, 1, 70)]);
    see();

    board.acceptFrom('b', [said(client.clientID, 99, 666, budi), said(7, 99, 666, budi)]);

    expect(see().cursors).toEqual({ [client.clientID]: 1, 7: 70 });
  });

  it('passes over what is too long, and what is no state', () => {
    const board = new AwarenessBoard(50);
    const see = watch(board);

    board.acceptFrom('a', [
      { clientId: 1, clock: 1, user: ani, state: JSON.stringify({ cursor: 'x'.repeat(100) }) },
      { clientId: 2, clock: 1, user: ani, state: '{' },
      { clientId: 3, clock: 2 ** 50, user: ani, state: '{}' },
    ]);

    expect(see().cursors).toEqual({});
  });
});
