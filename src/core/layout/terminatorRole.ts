import type { Flow } from '#core/model/procedure.ts';

/** What a capsule stands for, as its arrows say: arrows may also lead back into the beginning. */
export function toTerminatorRole(
  symbol: string,
  flows: readonly Flow[],
): 'start' | 'end' | 'unconnected' {
  if (flows.some(({ from }) => from === symbol)) return 'start';
  return flows.some(({ to }) => to === symbol) ? 'end' : 'unconnected';
}
