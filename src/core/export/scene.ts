import type { Box, Point } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';

/** One page as drawing primitives, in pt, in painting order. A renderer knows nothing else. */
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

export type SceneItem =
  | ({ readonly kind: 'cell'; readonly fill?: SceneColor; readonly strokeWidth: number } & Box)
  | ({
      readonly kind: 'shape';
      readonly form: SceneForm;
      readonly strokeWidth: number;
      /** What the shape is, for alternative texts and for picking: `symbol:s1a`, `offpage:f3`. */
      readonly ref: string;
    } & Box)
  | {
      readonly kind: 'polyline';
      readonly points: readonly Point[];
      readonly strokeWidth: number;
      /** A filled arrow head, tip at the last point. */
      readonly head: boolean;
      /** `flow:f1` or `joint:s4`. */
      readonly ref: string;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Baseline. */
      readonly y: number;
      /** Advance width as measured; renderers may fit the text to it. */
      readonly width: number;
      readonly size: number;
      readonly weight: 'regular' | 'bold';
      readonly anchor: 'start' | 'middle' | 'end';
      /** `ink` when absent. */
      readonly color?: SceneColor;
      /** Degrees clockwise around its own point. */
      readonly rotate?: number;
    }
  /** A `data:` URI, drawn as large as it fits into its box, in the middle. */
  | ({ readonly kind: 'picture'; readonly href: string } & Box);
