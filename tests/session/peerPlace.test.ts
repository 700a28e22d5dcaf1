import { describe, expect, it } from 'vitest';
import { findPeerPlace } from '#session/peerPlace.ts';
import type { Selected } from '#session/session.ts';

const step: Selected = { kind: 'step', id: 'sign' };

describe('findPeerPlace', () => {
  it('is the text that somebody types in, before what they selected', () => {
    const editing = { of: 'label', flow: 'f2' } as const;

    expect(findPeerPlace({ editing, drag: null, selection: [step] })).toEqual({
      kind: 'chart',
      selected: { kind: 'flow', id: 'f2' },
    });
  });

  it('is the form for whoever types in the identity', () => {
    const editing = { of: 'item', list: 'legalBasis', index: 2 } as const;

    expect(findPeerPlace({ editing, drag: null, selection: [] })).toEqual({ kind: 'identity' });
  });

  it('is the symbol that they drag, else the first that they selected, else nowhere', () => {
    const drag = { symbol: 's2', x: 0, y: 0 };

    expect(findPeerPlace({ editing: null, drag, selection: [step] })).toMatchObject({
      selected: { kind: 'symbol', id: 's2' },
    });
    expect(findPeerPlace({ editing: null, drag: null, selection: [step] })).toMatchObject({
      selected: step,
    });
    expect(findPeerPlace({ editing: null, drag: null, selection: [] })).toBeUndefined();
  });
});
