import { useMemo } from 'react';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { usePeers } from '#session/react/hooks.ts';
import type { Person } from './suggestionsContext.ts';

/** Everybody who can be called upon: members, who is here now, and who said something. Without me. */
export function usePeople(
  members: readonly Person[],
  list: readonly Suggestion[],
  me: string,
): readonly Person[] {
  const peers = usePeers();
  return useMemo(() => {
    const writers = list.flatMap(({ author, replies }) => [
      ...(author ? [author] : []),
      ...replies.map((reply) => reply.author),
    ]);
    const here = peers.map(({ userId, name }) => ({ id: userId, name }));
    const names = new Map([...writers, ...here, ...members].map(({ id, name }) => [id, name]));
    names.delete(me);
    return [...names]
      .map(([id, name]) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
  }, [members, peers, list, me]);
}
