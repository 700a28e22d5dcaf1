import type { Box, Point, TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { Side } from '#core/model/procedure.ts';

/**
 * One page, in pt: items in painting order, which is also the order in which a person reads them.
 * Everything that a renderer needs, and all that it knows; names and descriptions are document text.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What its texts are set in; `arial` when absent. */
  readonly family?: TypeFamily;
  readonly items: readonly SceneItem[];
}

/** `mark` is the pale grey of a watermark. */
export type SceneColor = 'ink' | 'paper' | 'header' | 'mark';

export type SceneForm = 'capsule' | 'box' | 'diamond' | 'pentagon-down' | 'pentagon-up';

export type SceneItem = SceneCell | SceneShape | ScenePolyline | SceneText | ScenePicture;

/** A text that a reader may wrap again, with the lines that the layout wrapped it to. */
export interface SceneParagraph {
  /** Unwrapped. */
  readonly text: string;
  /** "1.", hanging before its first line. */
  readonly marker?: TextLine;
  readonly lines: readonly TextLine[];
}

export type SceneTable = 'identity' | 'steps' | 'page';

/** A cell's place in the grid of its table on this page, from 0. */
export interface CellPlace {
  readonly table: SceneTable;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A box with text in it; one that is in no table has no place. */
export interface SceneCell extends Box {
  readonly kind: 'cell';
  readonly fill?: SceneColor;
  /** 0 for no rules around it. */
  readonly strokeWidth: number;
  readonly place?: CellPlace;
  /** What it is the heading of. */
  readonly header?: 'column' | 'row';
  readonly paragraphs: readonly SceneParagraph[];
  readonly align: TextLine['anchor'];
  readonly valign: 'top' | 'middle';
  /** From its edges to its text. */
  readonly padding: { readonly x: number; readonly y: number };
}

export interface SceneShape extends Box {
  readonly kind: 'shape';
  readonly form: SceneForm;
  readonly strokeWidth: number;
  /** Unique on its page: `symbol:s1a`, `offpage:f3`. */
  readonly ref: string;
  /** "Langkah 4". */
  readonly name: string;
  /** For whoever hears the page: "Langkah 4, Kasubbag, keputusan: Memeriksa berkas". */
  readonly description: string;
  /** The text inside. */
  readonly lines: readonly TextLine[];
}

/** Where a line is glued to a shape: the middle of one of its sides. */
export interface SceneEnd {
  /** The shape's. */
  readonly ref: string;
  readonly side: Side;
}

export interface ScenePolyline {
  readonly kind: 'polyline';
  readonly points: readonly Point[];
  readonly strokeWidth: number;
  /** A filled arrow head, tip at the last point. */
  readonly head: boolean;
  /** `flow:f1` or `joint:s4`. */
  readonly ref: string;
  /** "dari langkah 3 ke langkah 5, Ya". */
  readonly description: string;
  /** Present only where the end stands at the middle of a shape's side. */
  readonly from?: SceneEnd;
  readonly to?: SceneEnd;
  readonly label?: {
    readonly box: Box;
    readonly text: string;
    /** Each centred in the box. */
    readonly lines: readonly TextLine[];
    /** Rules of the table pass behind it: it stands on white, below all lines and shapes. */
    readonly hasGround?: true;
  };
}

export interface SceneText extends TextLine {
  readonly kind: 'text';
  readonly role?: 'page-number' | 'document-number' | 'title' | 'note' | 'mark';
  /** `ink` when absent. */
  readonly color?: SceneColor;
  /** Degrees clockwise around its own point. */
  readonly rotate?: number;
}

/** A `data:` URI, drawn as large as it fits into its box, in the middle. */
export interface ScenePicture extends Box {
  readonly kind: 'picture';
  readonly href: string;
  readonly description: string;
}

/** Everything that is written in an item, in reading order. */
export function toItemLines(item: SceneItem): readonly TextLine[] {
  switch (item.kind) {
    case 'cell':
      return item.paragraphs.flatMap(({ marker, lines }) => (marker ? [marker, ...lines] : lines));
    case 'shape':
      return item.lines;
    case 'polyline':
      return item.label?.lines ?? [];
    case 'text':
      return [item];
    case 'picture':
      return [];
  }
}
