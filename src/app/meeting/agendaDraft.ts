import type { PlannedItem } from '#core/meeting/meetingCommand.ts';

/** An agenda that somebody is writing. */
export type AgendaDraft = readonly PlannedItem[];

/** How long an item takes unless somebody says otherwise, in minutes. */
const usualMinutes = 15;

export function withNewItem(
  draft: AgendaDraft,
  item: Pick<PlannedItem, 'id' | 'procedure' | 'title'>,
): AgendaDraft {
  return [...draft, { ...item, presenter: '', minutes: usualMinutes }];
}

export function withChangedItem(
  draft: AgendaDraft,
  id: string,
  change: Partial<PlannedItem>,
): AgendaDraft {
  return draft.map((item) => (item.id === id ? { ...item, ...change } : item));
}

export function withoutItem(draft: AgendaDraft, id: string): AgendaDraft {
  return draft.filter((item) => item.id !== id);
}

/** One place up (-1) or down (1); the first stays first, the last last. */
export function withMovedItem(draft: AgendaDraft, id: string, by: -1 | 1): AgendaDraft {
  const from = draft.findIndex((item) => item.id === id);
  const item = draft[from];
  const to = from + by;
  if (!item || to < 0 || to >= draft.length) return draft;
  return draft.toSpliced(from, 1).toSpliced(to, 0, item);
}

export function toTotalMinutes(draft: AgendaDraft): number {
  return draft.reduce((sum, { minutes }) => sum + minutes, 0);
}
