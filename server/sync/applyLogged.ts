import * as Y from 'yjs';
import type { LoggedDocument } from '#server/store/updateLog.ts';

/**
 * Brings into the document what the log has, in one transaction. An update that cannot be read is left
 * out and reported: better an open document without it than none at all.
 */
export function applyLogged(
  doc: Y.Doc,
  logged: LoggedDocument,
  onUnreadable: (error: unknown) => void,
  origin?: unknown,
): void {
  doc.transact(() => {
    for (const update of logged.updates) {
      try {
        Y.applyUpdate(doc, update, origin);
      } catch (error) {
        onUnreadable(error);
      }
    }
  }, origin);
}
