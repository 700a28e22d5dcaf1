import type { TextTarget } from '#core/edit/edit.ts';
import type { CellSubject } from './gridCell.ts';
import type { Zoom } from './placement.ts';

/** What is typed: a text letter by letter, or a value that counts when it is finished. */
export type EditSubject =
  | { readonly kind: 'text'; readonly target: TextTarget }
  | Extract<CellSubject, { kind: 'date' | 'group' }>;

/** A cell that is being typed in. */
export interface Editing {
  readonly subject: EditSubject;
  /** The cell where it is typed; others may show the same text. */
  readonly key: string;
  /** Where the caret starts: everything selected, at the end, or where the pointer was. */
  readonly caret: 'all' | 'end' | { readonly clientX: number; readonly clientY: number };
}

/** Where in the panel of a cell the keyboard goes, and what was typed already. */
export type PanelEntry =
  | { readonly at: 'kinds' }
  | { readonly at: 'routes' }
  | { readonly at: 'exits'; readonly typed?: string };

/** The panel of a cell where symbols stand: what they are, and where they lead. */
export interface CellPanelPlace {
  readonly key: string;
  readonly step: string;
  readonly actor: string;
  /** Absent: the keyboard stays in the cell. */
  readonly entry?: PanelEntry;
}

/** A row or a column that was moved, and where it stands now, from 1. */
interface Moved {
  readonly kind: 'step' | 'actor';
  readonly name: string;
  readonly number: number;
  readonly count: number;
}

/** What this window alone knows about its table. */
export interface TableUi {
  /** The cell that has, or gets back, the keyboard. */
  readonly activeKey: string | null;
  /** A cell that shall have the keyboard as soon as it is drawn. */
  readonly focusKey: string | null;
  readonly editing: Editing | null;
  readonly panel: CellPanelPlace | null;
  /** What I moved last. */
  readonly moved: Moved | null;
  readonly zoom: Zoom;
  /** The page settings are shown beside the pages. */
  readonly isSettingsOpen: boolean;
}

/** Holds a `TableUi`; `get` returns the same object until something changes. */
export class TableState {
  #ui: TableUi = {
    activeKey: null,
    focusKey: null,
    editing: null,
    panel: null,
    moved: null,
    zoom: 'fit',
    isSettingsOpen: false,
  };
  readonly #listeners = new Set<() => void>();

  readonly get = (): TableUi => this.#ui;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<TableUi>): void {
    this.#ui = { ...this.#ui, ...change };
    for (const listener of this.#listeners) listener();
  }
}
