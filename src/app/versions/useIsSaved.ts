import { useConnection } from '#session/react/hooks.ts';

/** Whether the server has everything of mine now. */
export function useIsSaved(): boolean {
  const state = useConnection();
  return state.status === 'online' && state.saved;
}
