import * as Y from 'yjs';
import { type FormatMigration, migrateDocument } from '#document/formatMigrations.ts';
import type { LoggedDocument, UpdateLog } from '#server/store/updateLog.ts';
import { applyLogged } from './applyLogged.ts';
import type { SyncLogger } from './syncLogger.ts';

export interface FormatKeeperParts {
  /** The document's key in the log. */
  readonly id: string;
  readonly log: UpdateLog;
  readonly logger: SyncLogger;
  readonly migrations: readonly FormatMigration[];
}

/** A document that is up to date, and the entry that made it so, where there is one. */
interface Kept {
  readonly logged: LoggedDocument;
  readonly written: Renewal | undefined;
}

/** An entry of the log that brings the document to the present format. */
export interface Renewal {
  readonly seq: number;
  readonly update: Uint8Array;
}

/**
 * Keeps a document's log in the present format. What a migration does is one entry, written only if nobody
 * has written since it was computed: of several nodes at the same moment one does it, the others read it.
 */
export class FormatKeeper {
  readonly #parts: FormatKeeperParts;
  #isRenewing = false;
  #isWantedAgain = false;

  constructor(parts: FormatKeeperParts) {
    this.#parts = parts;
  }

  /** Reads the document, and brings it up to date first. */
  async load(): Promise<Kept> {
    const { id, log, logger, migrations } = this.#parts;
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const logged = await log.load(id);
      const update = this.#findLack(logged);
      if (!update) return { logged, written: undefined };
      if (!(await log.appendAfter({ doc: id, data: update }, logged.seq))) continue;
      const seq = logged.seq + 1;
      logger.info({ procedureId: id, migrations: migrations.length }, 'Brought to a newer format');
      return { logged: append(logged, update), written: { seq, update } };
    }
    throw new Error('The document could not be brought up to date: others wrote all the time.');
  }

  /** Does the same for what came in later, in an older format; `tell` hears what that added to the log. */
  async renew(tell: (renewal: Renewal) => void): Promise<void> {
    if (this.#parts.migrations.length === 0) return;
    this.#isWantedAgain = true;
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    try {
      while (this.#isWantedAgain) {
        this.#isWantedAgain = false;
        const { written } = await this.load();
        if (written) tell(written);
      }
    } catch (error) {
      // It is looked at again when somebody else comes, and when the document is opened.
      const { logger, id } = this.#parts;
      logger.warn({ err: error, procedureId: id }, 'Could not bring late edits up to date');
    } finally {
      this.#isRenewing = false;
    }
  }

  /** What the document lacks to be in the present format; undefined for nothing. */
  #findLack(logged: LoggedDocument): Uint8Array | undefined {
    const { migrations } = this.#parts;
    if (migrations.length === 0) return undefined;
    const doc = new Y.Doc();
    // Whoever opens the document reports what of it cannot be read.
    applyLogged(doc, logged, () => undefined);
    let lacking: Uint8Array | undefined;
    doc.on('update', (update: Uint8Array) => {
      lacking = update;
    });
    try {
      migrateDocument(doc, migrations);
      return lacking;
    } catch (error) {
      // Better a document that shows less than none: what a foreign program wrote there must lock nobody out.
      const { logger, id } = this.#parts;
      logger.error({ err: error, procedureId: id }, 'Could not bring a document up to date');
      return undefined;
    } finally {
      doc.destroy();
    }
  }
}

function append(logged: LoggedDocument, update: Uint8Array): LoggedDocument {
  return {
    ...logged,
    updates: [...logged.updates, update],
    seq: logged.seq + 1,
    sinceSnapshot: logged.sinceSnapshot + 1,
  };
}

/** Between two of them somebody else wrote; a document is computed in some milliseconds. */
const maxAttempts = 50;
