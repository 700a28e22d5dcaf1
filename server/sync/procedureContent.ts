import type * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { canEdit } from '#protocol/roles.ts';
import type { RoomGuard, Verdict } from './roomGuard.ts';

/** The procedure: whoever may edit it may write anything, since reading mends it. */
export class ProcedureContent implements RoomGuard {
  readonly kind = 'procedure';
  readonly mayWrite = canEdit;
  readonly #document: ProcedureDocument;

  constructor(doc: Y.Doc) {
    this.#document = new ProcedureDocument(doc);
  }

  review(): Verdict {
    return taken;
  }

  read(): Procedure {
    return this.#document.read();
  }

  close(): void {
    this.#document.close();
  }
}

const taken: Verdict = { kind: 'take' };
