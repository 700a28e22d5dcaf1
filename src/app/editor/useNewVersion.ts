import { useEffect, useState } from 'react';
import { isNewVersionThere } from '#app/newVersion.ts';
import type { ConnectionState, Session } from '#session/session.ts';

/**
 * Whether the server has a newer page than this one: asked whenever the connection comes back, since a
 * server that is made new starts again; and true when it does not speak this page's version any more.
 */
export function useNewVersion({ connection }: Session): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    let before = connection.get();
    const stop = connection.subscribe(() => {
      const state = connection.get();
      if (isTurnedAway(state)) setThere(true);
      else if (isBack(before, state))
        void isNewVersionThere().then((isNew) => isNew && isCurrent && setThere(true));
      before = state;
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [connection]);
  return isThere;
}

function isTurnedAway(state: ConnectionState): boolean {
  return 'cause' in state && state.cause === 'other-protocol';
}

function isBack(before: ConnectionState, now: ConnectionState): boolean {
  const wasAway = before.status === 'reconnecting' || before.status === 'offline';
  return wasAway && now.status === 'online';
}
