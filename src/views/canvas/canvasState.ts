import type { TextTarget } from '#core/edit/edit.ts';
import type { WishPart } from '#core/layout/drawnRoute.ts';
import type { Connector, Point } from '#core/layout/geometry.ts';
import type { RouteHint, SymbolKind } from '#core/model/procedure.ts';
import type { Selected, Selection, Store } from '#session/session.ts';
import type { CellPlace } from './cells.ts';
import type { Drop, LineDrop } from './dropTarget.ts';

/** Where the free end of an arrow would land: on a symbol, or where a new step would stand. */
export type ArrowTarget =
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'new'; readonly drop: Drop };

/** What an arrow becomes that is drawn from a button: absent, what suits its start. */
export interface ArrowMaking {
  /** Of the symbol that is made where the arrow meets none; by default a process. */
  readonly kind?: SymbolKind;
  readonly label?: string;
}

/** What the pointer is doing until it is released. */
export type Gesture =
  | {
      readonly type: 'move';
      /** The one that the pointer holds. */
      readonly symbol: string;
      /** All that move, the held one among them. */
      readonly symbols: readonly string[];
      /** Centre of the held one's ghost. */
      readonly at: Point;
      readonly drop: Drop | undefined;
    }
  | {
      readonly type: 'connect';
      readonly from: string;
      readonly made: ArrowMaking;
      readonly at: Point;
      readonly target: ArrowTarget | undefined;
    }
  | {
      readonly type: 'retarget';
      readonly flow: string;
      readonly end: 'from' | 'to';
      readonly at: Point;
      readonly target: ArrowTarget | undefined;
    }
  | RouteGesture
  /** A frame drawn over the sheet; `found` is what it selects. */
  | {
      readonly type: 'lasso';
      readonly from: Point;
      readonly at: Point;
      readonly found: Selection;
    }
  /** A lane or a row, dragged at its head; `at` is the pointer. */
  | {
      readonly type: 'moveActor' | 'moveStep';
      readonly id: string;
      readonly at: Point;
      readonly drop: LineDrop | undefined;
    };

/** An arrow that is given another side, gap or place of its label. */
export interface RouteGesture {
  readonly type: 'route';
  readonly flow: string;
  readonly part: WishPart;
  /** The arrow's whole hint, if it were dropped now. */
  readonly route: RouteHint;
  readonly at: Point;
  /** The arrow as it would run. */
  readonly preview: Connector | undefined;
  /** It would run as the new part of the hint says. */
  readonly isKept: boolean;
  /** It runs like that already, so that the drop changes nothing. */
  readonly isAsNow: boolean;
}

export type MenuTarget = Selected | { readonly kind: 'cell'; readonly cell: CellPlace | undefined };

interface OpenMenu {
  readonly target: MenuTarget;
  /** In client pixels. */
  readonly x: number;
  readonly y: number;
}

/** What this window's canvas shows beyond the procedure; nobody else sees it. */
export interface CanvasUi {
  readonly tool: 'select' | 'hand';
  readonly gesture: Gesture | null;
  /** The text that is being typed in. */
  readonly editing: TextTarget | null;
  /** The symbol under the pointer. */
  readonly hovered: string | null;
  readonly menu: OpenMenu | null;
  /** Null until the person chooses: the room decides. */
  readonly isMinimapShown: boolean | null;
  /** The symbol from which an arrow is to go to a step that is being looked for. */
  readonly connectingFrom: string | null;
  /** The list of all steps is shown beside the sheet. */
  readonly isOutlineShown: boolean;
  /** The ways of a selected arrow are shown beside the sheet. */
  readonly isRoutePanelShown: boolean;
}

const initial: CanvasUi = {
  tool: 'select',
  gesture: null,
  editing: null,
  hovered: null,
  menu: null,
  isMinimapShown: null,
  connectingFrom: null,
  isOutlineShown: false,
  isRoutePanelShown: false,
};

/** Holds the `CanvasUi` of one open canvas. */
export class CanvasState implements Store<CanvasUi> {
  #ui: CanvasUi = initial;
  readonly #listeners = new Set<() => void>();

  readonly get = (): CanvasUi => this.#ui;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<CanvasUi>): void {
    this.#ui = { ...this.#ui, ...change };
    for (const listener of this.#listeners) listener();
  }
}
