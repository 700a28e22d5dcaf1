import type { Procedure } from '#core/model/procedure.ts';
import { newId } from '#server/auth/secretTokens.ts';
import type { HttpParts } from './parts.ts';
import { toFacts } from './toFacts.ts';

/** Stores a new procedure and resolves with its id. */
export async function addProcedure(
  parts: HttpParts,
  procedure: Procedure,
  ownerId: string,
): Promise<string> {
  const id = newId();
  // The document first: a list entry without content would be worse than content without an entry.
  await parts.documents.createDocument(id, procedure);
  await parts.procedures.add(id, toFacts(procedure), ownerId);
  return id;
}
