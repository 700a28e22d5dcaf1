import * as Y from 'yjs';
import type { LoggedDocument } from '#server/store/updateLog.ts';

/**
 * Brings into the document what the log has, in one transaction, and returns what it could read of it. An
 * update that cannot be read is left out and reported: better an open document without it than none.
 */
export function applyLogged(
  doc: Y.Doc,
  { updates }: Pick<LoggedDocument, 'updates'>,
  onUnreadable: (error: unknown) => void,
  origin?: unknown,
): readonly Uint8Array[] {
  const isReadable = (update: Uint8Array): boolean => {
    try {
      Y.applyUpdate(doc, update, origin);
      return true;
    } catch (error) {
      onUnreadable(error);
      return false;
    }
  };
  return doc.transact(() => updates.filter(isReadable), origin);
}
