import type * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import type { FormatMigration } from '#document/formatMigrations.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { canEdit } from '#protocol/roles.ts';
import type { RoomGuard, Verdict } from './roomGuard.ts';

/** The procedure: whoever may edit it may write anything, since reading mends it. */
export class ProcedureContent implements RoomGuard {
  readonly kind = 'procedure';
  readonly mayWrite = canEdit;
  readonly #document: ProcedureDocument;

  constructor(doc: Y.Doc, migrations: readonly FormatMigration[]) {
    this.#document = new ProcedureDocument(doc, undefined, migrations);
  }

  review(): Verdict {
    return taken;
  }

  /** Throws when a newer program wrote it: nobody may take that for an empty procedure. */
  read(): Procedure {
    if (!this.#document.isReadable) throw new Error('A newer Alur wrote the document.');
    return this.#document.read();
  }

  close(): void {
    this.#document.close();
  }
}

const taken: Verdict = { kind: 'take' };
