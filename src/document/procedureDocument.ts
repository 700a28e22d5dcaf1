import type * as Y from 'yjs';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit, EditResult } from '#core/edit/edit.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { IDENTITY_LISTS, type Procedure } from '#core/model/procedure.ts';
import {
  copyMigrated,
  type FormatAge,
  type FormatMigration,
  findAge,
  formatMigrations,
} from './formatMigrations.ts';
import type { Random } from './orderKeys.ts';
import { ProcedureReader } from './procedureReader.ts';
import { FORMAT, type Shape, shapeOf } from './shape.ts';
import { writeDifference } from './writeDifference.ts';

/**
 * A procedure that lives in a Y.Doc. Reading mends what two people's edits broke together, the same way
 * on every peer; only `apply` ever writes.
 */
export class ProcedureDocument {
  readonly doc: Y.Doc;
  readonly #shape: Shape;
  readonly #reader: ProcedureReader;
  readonly #random: Random;
  readonly #migrations: readonly FormatMigration[];
  readonly #listeners = new Set<() => void>();
  /** What a document of an older format says, until it changes. */
  #older: Procedure | undefined;

  /** `random` breaks ties between people who insert at one place. */
  constructor(
    doc: Y.Doc,
    random: Random = Math.random,
    migrations: readonly FormatMigration[] = formatMigrations,
  ) {
    this.doc = doc;
    this.#migrations = migrations;
    this.#shape = shapeOf(doc);
    this.#reader = new ProcedureReader(this.#shape);
    this.#random = random;
    doc.on('afterTransaction', this.#afterTransaction);
  }

  /** False when a newer program wrote the document: it reads as empty and takes no edits. */
  get isReadable(): boolean {
    return this.#age !== 'unknown';
  }

  /**
   * The same object until it changes; unchanged parts keep their identity. What is of an older format is
   * read as it will be, and stays as it is.
   */
  read(): Procedure {
    switch (this.#age) {
      case 'none':
      case 'current':
        return this.#reader.read();
      case 'older':
        this.#older ??= readMigrated(this.doc, this.#migrations);
        return this.#older;
      case 'unknown':
        return nothing;
    }
  }

  /** Applies one edit in one transaction, or says why it is impossible. */
  apply(edit: Edit, origin: unknown = this): EditResult {
    if (!this.isReadable) return refuse('A newer Alur wrote this.');
    // The server brings it up to date; what was written meanwhile would be older from the start.
    if (this.#age === 'older') return refuse('It is of an older format.');
    const before = this.read();
    const result = applyEdit(before, edit);
    if (!result.ok || result.procedure === before) return result;
    const hidesSomething = !this.#reader.showsAll;
    this.doc.transact((transaction) => {
      writeDifference(this.#shape, before, result.procedure, {
        edits: flatten(edit),
        itemIds: (list) => this.#reader.itemIds(list),
        random: this.#random,
      });
      this.#reader.markStale(transaction.changed);
      if (hidesSomething) this.#removeUncovered(transaction, result.procedure);
    }, origin);
    return { ok: true, procedure: this.read() };
  }

  /** Calls back after each transaction that touched the procedure, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #age(): FormatAge {
    return findAge(this.doc, this.#migrations);
  }

  close(): void {
    this.doc.off('afterTransaction', this.#afterTransaction);
    this.#listeners.clear();
  }

  /**
   * What was mended away can show up again by an edit: a second, equal arrow when the first is removed.
   * The edit then takes it away too, since its author did not mean it to appear.
   */
  #removeUncovered(transaction: Y.Transaction, expected: Procedure): void {
    const { symbols, flows } = this.#shape;
    const expectedSymbols = new Set(expected.steps.flatMap((step) => step.symbols.map(idOf)));
    const expectedFlows = new Set(expected.flows.map(idOf));
    const shown = this.#reader.read();
    for (const { id } of shown.steps.flatMap((step) => step.symbols))
      if (!expectedSymbols.has(id)) symbols.delete(id);
    for (const { id } of shown.flows) if (!expectedFlows.has(id)) flows.delete(id);
    this.#reader.markStale(transaction.changed);
  }

  readonly #afterTransaction = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return;
    this.#older = undefined;
    this.#reader.markStale(transaction.changed);
    for (const listener of [...this.#listeners]) listener();
  };
}

/** The procedure in a document right now. For a longer look make a `ProcedureDocument`. */
export function readProcedure(
  doc: Y.Doc,
  migrations: readonly FormatMigration[] = formatMigrations,
): Procedure {
  switch (findAge(doc, migrations)) {
    case 'none':
    case 'current':
      return new ProcedureReader(shapeOf(doc)).read();
    case 'older':
      return readMigrated(doc, migrations);
    case 'unknown':
      return nothing;
  }
}

function readMigrated(doc: Y.Doc, migrations: readonly FormatMigration[]): Procedure {
  const copy = copyMigrated(doc, migrations);
  const procedure = new ProcedureReader(shapeOf(copy)).read();
  copy.destroy();
  return procedure;
}

/** Fills an empty document. Throws when something is in it already. */
export function writeProcedure(
  doc: Y.Doc,
  procedure: Procedure,
  random: Random = Math.random,
): void {
  const shape = shapeOf(doc);
  if (shape.meta.size > 0) throw new RangeError('The document holds a procedure already');
  doc.transact(() => {
    shape.meta.set('format', FORMAT);
    const edits = itemsOf(procedure);
    writeDifference(shape, nothing, procedure, { edits, itemIds: () => [], random });
  });
}

const nothing = emptyProcedure();

function refuse(message: string): EditResult {
  return { ok: false, rejection: { code: 'read-only', message } };
}

/** The edits that fill the identity's lists. */
function itemsOf({ identity }: Procedure): readonly Edit[] {
  return IDENTITY_LISTS.flatMap((list) =>
    identity[list].map((text, index) => ({ type: 'addItem', list, index, text }) as const),
  );
}

/** The edits one by one, batches unpacked. */
function flatten(edit: Edit): readonly Edit[] {
  return edit.type === 'batch' ? edit.edits.flatMap(flatten) : [edit];
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
