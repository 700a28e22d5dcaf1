import type { Meeting } from '#core/meeting/meeting.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { newId } from '#server/auth/secretTokens.ts';
import type { MeetingsParts } from './meetingsParts.ts';

interface VersionWish {
  readonly procedure: string;
  /** The version that the meeting has of it already; null for none. */
  readonly last: string | null;
  /** What it is kept for: "sebelum". */
  readonly reason: string;
}

/** Keeps a procedure as it is now. Resolves with the id of the version: the last one, where nothing changed since. */
export async function keepVersion(
  { documents, versions }: MeetingsParts,
  meeting: Meeting,
  { procedure: procedureId, last, reason }: VersionWish,
): Promise<string> {
  const file = JSON.stringify(toProcedureFile(await documents.readProcedure(procedureId)));
  if (last !== null && (await versions.findFile(procedureId, last)) === file) return last;
  const id = newId();
  const name = `Rapat: ${meeting.title} (${reason})`.slice(0, maxNameLength);
  // A person may have made the meeting and lost the account since; a version needs somebody.
  await versions.add({ id, procedureId, name, userId: meeting.createdBy, file });
  return id;
}

const maxNameLength = 200;
