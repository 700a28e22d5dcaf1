import type { ActorColumn, Box, ConnectorLabel, Point, RowBand } from '#core/layout/geometry.ts';
import type { RouteHint, SymbolKind } from '#core/model/procedure.ts';

/** Something that arrows begin, end and must not run through. */
export interface RouteNode extends Box {
  readonly id: string;
  /** A gate is a point on the upper or lower edge of the area: there arrows come in or go on. */
  readonly kind: SymbolKind | 'off-page' | 'gate';
  /** Its place in the grid; an off-page connector belongs to the first or last row of the page. */
  readonly column: number;
  readonly row: number;
}

/** A label on one line, in pt, and how large it is on more of them. */
export interface RouteLabel extends LabelSize {
  readonly text: string;
  readonly wrapped?: readonly LabelSize[];
}

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

export interface RouteFlow {
  readonly id: string;
  /** Node ids. */
  readonly from: string;
  readonly to: string;
  /** Flows with the same key may share the end of their way: the symbol that they finally reach. */
  readonly mergeKey: string;
  /** The text to find a place for. */
  readonly label?: RouteLabel;
  readonly hint?: RouteHint;
}

/** One page, or the endless sheet of the canvas, as the router sees it. */
export interface RouteRequest {
  /** Where arrows may run: the actor columns, first to last row with the bands for off-page connectors. */
  readonly area: Box;
  readonly columns: readonly ActorColumn[];
  readonly rows: readonly RowBand[];
  readonly nodes: readonly RouteNode[];
  /** Plain lines that no arrow may run along: those of joint boxes. */
  readonly joints: readonly (readonly Point[])[];
  readonly flows: readonly RouteFlow[];
  /** Least distance of two parallel arrows, and of an arrow from a symbol or a rule, in pt. */
  readonly clearance: number;
}

/** A routed flow: an orthogonal polyline from side to side. */
export interface Route {
  readonly flow: string;
  readonly points: readonly Point[];
  /** Where the label stands; the caller sets its text into it. */
  readonly label?: Pick<ConnectorLabel, 'x' | 'y' | 'width' | 'height'>;
  /** Its label, its way or one of its ends found no clean place: more room would help. */
  readonly crowded?: true;
  /** Its label stands free, but not where a reader looks for it: a higher row may help. */
  readonly poorLabel?: true;
}
