import type { TextTarget } from '#core/edit/edit.ts';
import type { IdentityDate, IdentityList, SymbolKind } from '#core/model/procedure.ts';
import type { PaperName, Settings } from '#core/model/settings.ts';
import type { LineStart } from './text/wrapText.ts';

/** All lengths are in pt; the origin is the top left corner, y grows downwards. */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of wrapped text. `x` is where its `anchor` stands, `y` its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight: 'regular' | 'bold';
  readonly anchor: 'start' | 'middle' | 'end';
  /** How it goes on from the line before; where it isn't said, after a space. */
  readonly start?: LineStart;
}

/** A line outside all cells, and what it is there for. */
export interface Caption extends TextLine {
  readonly role?: 'page-number' | 'document-number' | 'title' | 'note';
}

export interface ActorColumn {
  readonly actor: string;
  readonly x: number;
  readonly width: number;
}

export interface RowBand {
  readonly step: string;
  readonly y: number;
  readonly height: number;
}

export interface SymbolBox extends Box {
  readonly symbol: string;
  readonly step: string;
  readonly kind: SymbolKind;
  readonly lines: readonly TextLine[];
  /** Its text ends in "…": only on the canvas, where the whole is shown when one points at it. */
  readonly isShortened?: true;
}

export interface ConnectorLabel extends Box {
  readonly text: string;
  /** Each centred in the box. */
  readonly lines: readonly TextLine[];
}

/** A flow, or its part on one page, as an orthogonal polyline. */
export interface Connector {
  readonly flow: string;
  readonly points: readonly Point[];
  /** An arrow head stands at the last point. */
  readonly head: boolean;
  readonly label?: ConnectorLabel;
  /** It found no clean place, nor could more room be made for it. */
  readonly crowded?: true;
  /** Its label stands free, but not where a reader looks for it. */
  readonly poorLabel?: true;
}

/** The plain line that joins the boxes of a step done together. */
export interface JointLine {
  readonly step: string;
  readonly points: readonly Point[];
}

/** A pentagon at a page break. The same letter stands on the other page. */
export interface OffPageConnector extends Box {
  /** The flow; the first of them where several share the pentagon. */
  readonly flow: string;
  /** All flows that share it, the first one included. */
  readonly flows?: readonly string[];
  readonly letter: string;
  readonly direction: 'out' | 'in';
  /** Which way its point looks. */
  readonly points: 'down' | 'up';
  readonly line: TextLine;
}

/** A bordered cell of the table or the identity block, with its text already wrapped. */
export interface Cell extends Box {
  readonly role: 'header' | 'number' | 'text' | 'actor' | 'identity' | 'identity-label' | 'page';
  readonly lines: readonly TextLine[];
  /** A number that hangs before the first line. */
  readonly marker?: TextLine;
  readonly border: boolean;
  readonly fill?: 'header';
  /** Where its text stands, also when there is none; `start` when absent. */
  readonly align?: TextLine['anchor'];
  /** `top` when absent. */
  readonly valign?: 'top' | 'middle';
  /** From its edges to its text. */
  readonly padding?: { readonly x: number; readonly y: number };
  /** The row that it belongs to. */
  readonly step?: string;
  /** The text in it that a person may edit in place. */
  readonly target?: TextTarget;
  /** The identity's date that it shows; a person picks it from a calendar. */
  readonly date?: IdentityDate;
  /** The identity's list that it shows, also when the list is empty. */
  readonly list?: IdentityList;
}

/** The logo: a `data:` URI, drawn as large as it fits into its box, in the middle. */
export interface PictureBox extends Box {
  readonly href: string;
}

/** One printed page. Only a `flowchart` page has columns, rows, symbols or connectors; a page
 * that holds the identity as well is one too. */
export interface PageLayout {
  readonly kind: 'cover' | 'decree' | 'identity' | 'flowchart';
  readonly width: number;
  readonly height: number;
  readonly columns: readonly ActorColumn[];
  readonly rows: readonly RowBand[];
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
  readonly joints: readonly JointLine[];
  readonly offPage: readonly OffPageConnector[];
  readonly cells: readonly Cell[];
  /** Free lines outside cells: page number, document number. */
  readonly captions: readonly Caption[];
  readonly pictures?: readonly PictureBox[];
  /** Below 1 where the whole table had to shrink, so that its lines become thinner as well. */
  readonly lineScale?: number;
  /** Below this y the page stays free for the electronic signature. */
  readonly footer: { readonly y: number };
}

export interface DocumentLayout {
  readonly pages: readonly PageLayout[];
  /** What did not fit as it should, for the person who prints. */
  readonly warnings?: readonly LayoutWarning[];
}

export interface WiderPage {
  readonly paper: PaperName;
  readonly orientation: NonNullable<Settings['orientation']>;
}

export type LayoutWarning =
  /**
   * The type was made smaller than the document asks for. Below 6 pt, `page` is the nearest one that
   * is wide enough for 6 pt, if there is any: the same paper turned, or a larger one.
   */
  | {
      readonly code: 'smaller-type';
      readonly typeSizePt: number;
      readonly page?: WiderPage;
    }
  /** No shipped font has these: PDF and pictures show a sign in their place, some of them named here. */
  | { readonly code: 'unknown-letters'; readonly letters: readonly string[] }
  /** The note below the table is longer than half a page; the rest of it is not printed. */
  | { readonly code: 'cut-note' }
  /** A row is higher than a page and goes on on the next. */
  | { readonly code: 'split-row'; readonly step: string };

/** The procedure on one endless sheet, as the canvas draws it. */
export interface CanvasLayout {
  readonly width: number;
  readonly height: number;
  /** Height of the lane heads at the top; rows start below. */
  readonly headHeight: number;
  /** Width of the step number column at the left; lanes start right of it. */
  readonly numberWidth: number;
  readonly columns: readonly ActorColumn[];
  readonly rows: readonly RowBand[];
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
  readonly joints: readonly JointLine[];
}
