import type { AgendaItem } from '#core/meeting/meeting.ts';

/** What stands beside the presentation, or in its place on a phone. */
export type RoomPart = 'agenda' | 'suggestions' | 'people' | 'votes' | 'notes';

/** An item that is about an SOP. */
export type ProcedureItem = AgendaItem & { readonly procedure: string };

/** Whether the item is about an SOP. */
export function hasProcedure(item: AgendaItem): item is ProcedureItem {
  return item.procedure !== null;
}
