import type { Closing, TargetState } from '#core/suggestions/suggestion.ts';

/** What a decision says of the edits that closed its suggestion; `null` where nothing became different. */
export function toClosing(
  before: TargetState | null | undefined,
  after: TargetState | null,
): Closing | null {
  if (before === undefined || JSON.stringify(before) === JSON.stringify(after)) return null;
  return { before, after };
}
