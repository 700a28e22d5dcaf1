import type { TextTarget } from '#core/edit/edit.ts';
import type { Presence, Selected } from './session.ts';

/** Where somebody is: at a part of the chart, or in the form of the identity. */
export type PeerPlace =
  | { readonly kind: 'chart'; readonly selected: Selected }
  | { readonly kind: 'identity' };

/** Where to go to see what somebody does; undefined when they are at nothing. */
export function findPeerPlace({
  editing,
  drag,
  selection,
}: Pick<Presence, 'editing' | 'drag' | 'selection'>): PeerPlace | undefined {
  if (editing) return toWritten(editing);
  if (drag) return { kind: 'chart', selected: { kind: 'symbol', id: drag.symbol } };
  const [selected] = selection;
  return selected && { kind: 'chart', selected };
}

function toWritten(target: TextTarget): PeerPlace {
  switch (target.of) {
    case 'step':
      return { kind: 'chart', selected: { kind: 'step', id: target.step } };
    case 'symbol':
      return { kind: 'chart', selected: { kind: 'symbol', id: target.symbol } };
    case 'label':
      return { kind: 'chart', selected: { kind: 'flow', id: target.flow } };
    case 'actor':
    case 'group':
      return { kind: 'chart', selected: { kind: 'actor', id: target.actor } };
    default:
      return { kind: 'identity' };
  }
}
