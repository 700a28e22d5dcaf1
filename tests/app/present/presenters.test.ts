import { describe, expect, it } from 'vitest';
import { readDeskJson, toDeskJson } from '#app/present/deskMessages.ts';
import { findPresenter, toFollowPath } from '#app/present/presenters.ts';
import { newPresentation, type PresentationState } from '#core/presentation/presentationState.ts';
import type { Peer } from '#session/session.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('findPresenter', () => {
  const budi = peer('budi', newPresentation('doc', 1));
  const sari = peer('sari', newPresentation('doc', 2));
  const other = peer('umar', newPresentation('another', 3));
  const peers = [peer('ani', null), budi, sari, other];

  it('gives whoever began last, of this procedure', () => {
    expect(findPresenter(peers, 'doc')).toMatchObject({ userId: 'sari', name: 'sari' });
    expect(findPresenter([other], 'doc')).toBeUndefined();
  });

  it('gives the person that is asked for, while they present', () => {
    expect(findPresenter(peers, 'doc', 'budi')?.userId).toBe('budi');
    expect(findPresenter(peers, 'doc', 'ani')).toBeUndefined();
  });

  it('leads to a path that no id can break', () => {
    expect(toFollowPath('a/b', 'x&y')).toBe('/prosedur/a%2Fb/paparan?ikuti=x%26y');
  });
});

describe('toDeskJson', () => {
  it('gives the second window the procedure, without its logo', () => {
    const { identity, ...rest } = smallProcedure();
    const logo = 'data:image/png;base64,iVBORw0KGgo=';

    const read = readDeskJson(toDeskJson({ ...rest, identity: { ...identity, logo } }));

    expect(read).toEqual(smallProcedure());
    expect(readDeskJson('{}')).toBeUndefined();
  });
});

function peer(userId: string, presenting: PresentationState | null): Peer {
  return {
    clientId: 1,
    ...{ userId, name: userId, color: '#2563a8' },
    ...{ selection: [], cursor: null, drag: null, editing: null, presenting },
  };
}
