import type { ConnectionState, PauseCause } from '#session/session.ts';

/** The key of the status line's text. */
export type ConnectionKey =
  | 'saved'
  | 'saving'
  | 'connecting'
  | 'reconnecting'
  | 'offline'
  | (typeof causeKeys)[PauseCause];

/** The word for a connection state. A refusal takes the whole page, so it reads as offline here. */
export function toConnectionKey(state: ConnectionState): ConnectionKey {
  switch (state.status) {
    case 'online':
      return state.saved ? 'saved' : 'saving';
    case 'refused':
      return 'offline';
    case 'connecting':
    case 'reconnecting':
    case 'offline':
      return state.cause ? causeKeys[state.cause] : state.status;
  }
}

const causeKeys = {
  restarting: 'restarting',
  'try-later': 'tryLater',
  'too-many': 'tooMany',
  'other-protocol': 'otherProtocol',
} as const satisfies Readonly<Record<PauseCause, string>>;
