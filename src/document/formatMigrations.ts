import * as Y from 'yjs';
import { FORMAT } from './shape.ts';

/**
 * Brings documents of one format to the next. docs/format.md says what `up` may do, and why: it depends on
 * nothing but the document, changes nothing where nothing is old, and copies no text that people type.
 */
export interface FormatMigration {
  /** The format of the documents that it takes; they have the next one afterwards. */
  readonly from: number;
  /**
   * Called within a transaction, for documents of its own format and for all later ones: what somebody did
   * offline in the old format may come long after the document has left it.
   */
  readonly up: (doc: Y.Doc) => void;
}

/** All that there ever were, the oldest first. */
export const formatMigrations: readonly FormatMigration[] = [];

/** `none`: nobody has written it yet, or nothing of it has arrived. `unknown`: a newer program wrote it. */
export type FormatAge = 'none' | 'older' | 'current' | 'unknown';

export function findAge(doc: Y.Doc, migrations: readonly FormatMigration[]): FormatAge {
  const format = doc.getMap('meta').get('format');
  if (format === undefined) return 'none';
  if (format === FORMAT) return 'current';
  return migrations.some(({ from }) => from === format) ? 'older' : 'unknown';
}

/**
 * Brings the document to the present format, in one transaction; what is there already is looked through
 * for what came late. Leaves alone what is empty, and what a newer program wrote.
 */
export function migrateDocument(doc: Y.Doc, migrations: readonly FormatMigration[]): void {
  const age = findAge(doc, migrations);
  if (age === 'none' || age === 'unknown') return;
  const meta = doc.getMap('meta');
  doc.transact(() => {
    for (const { from, up } of migrations) {
      up(doc);
      if (meta.get('format') === from) meta.set('format', from + 1);
    }
  });
}

/** A copy in the present format, for reading; whoever asked for it destroys it. */
export function copyMigrated(doc: Y.Doc, migrations: readonly FormatMigration[]): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  migrateDocument(copy, migrations);
  return copy;
}
