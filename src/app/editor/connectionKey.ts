import type { ConnectionState } from '#session/session.ts';

/** The word for a connection state. A refusal takes the whole page, so it reads as offline here. */
export function toConnectionKey(
  state: ConnectionState,
): 'saved' | 'saving' | 'connecting' | 'reconnecting' | 'offline' {
  switch (state.status) {
    case 'online':
      return state.saved ? 'saved' : 'saving';
    case 'refused':
      return 'offline';
    case 'connecting':
    case 'reconnecting':
    case 'offline':
      return state.status;
  }
}
