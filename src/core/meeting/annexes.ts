import type { Procedure } from '#core/model/procedure.ts';
import type { Meeting } from './meeting.ts';

/** A state of an SOP that was voted about, to be drawn behind the minutes. */
export interface MinutesAnnex {
  /** As the vote called it: "B · Satu pintu". */
  readonly title: string;
  /** What it was voted about. */
  readonly question: string;
  readonly procedure: Procedure;
}

/** More would make the minutes a book; Alur shows them all. */
const maxAnnexes = 12;

/** What was voted about, each state once, in the order of the votes; those that were not kept are left out. */
export function toAnnexes(
  { votes }: Meeting,
  votedStates: ReadonlyMap<string, Procedure>,
): readonly MinutesAnnex[] {
  const annexes = new Map<string, MinutesAnnex>();
  for (const { question, choices } of votes)
    for (const { text: title, state } of choices) {
      const procedure = state && votedStates.get(state.version);
      if (procedure && !annexes.has(state.version))
        annexes.set(state.version, { title, question, procedure });
    }
  return [...annexes.values()].slice(0, maxAnnexes);
}
