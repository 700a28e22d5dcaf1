import * as z from 'zod/mini';

/** Whose notes, about what. */
export interface NotesPlace {
  readonly userId: string;
  readonly procedureId: string;
}

/** What a presenter keeps in this browser about one procedure; nobody else sees it. */
export interface DeskNotes {
  /** By step; the opening's and the closing's by these words. */
  readonly notes: Readonly<Record<string, string>>;
  /** How long the presentation shall take; null for no plan. */
  readonly plannedMinutes: number | null;
}

export const deskLimits = { maxNoteLength: 4000, maxMinutes: 600 } as const;

const schema = z.object({
  notes: z.record(z.string(), z.string()),
  plannedMinutes: z.nullable(z.number().check(z.minimum(1), z.maximum(deskLimits.maxMinutes))),
});

const nothing: DeskNotes = { notes: {}, plannedMinutes: null };

/** What was kept; nothing where there is none, or where it cannot be read. */
export function readDesk(place: NotesPlace): DeskNotes {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(toKey(place)) ?? 'null'));
    return parsed.success ? parsed.data : nothing;
  } catch {
    return nothing;
  }
}

export function keepDesk(place: NotesPlace, { notes, plannedMinutes }: DeskNotes): void {
  const written = Object.entries(notes).flatMap(([step, note]) =>
    note.trim() === '' ? [] : [[step, note.slice(0, deskLimits.maxNoteLength)]],
  );
  const kept = { notes: Object.fromEntries(written), plannedMinutes };
  localStorage.setItem(toKey(place), JSON.stringify(kept));
}

function toKey({ userId, procedureId }: NotesPlace): string {
  return `alur.notes.${userId}.${procedureId}`;
}
