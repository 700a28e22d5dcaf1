import type { Box, Point } from '#core/layout/geometry.ts';

/** One page as drawing primitives, in pt, in painting order. A renderer knows nothing else. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

export type SceneColor = 'ink' | 'paper' | 'header';

export type SceneItem =
  | ({ readonly kind: 'cell'; readonly fill?: SceneColor; readonly strokeWidth: number } & Box)
  | ({
      readonly kind: 'shape';
      readonly form: 'capsule' | 'box' | 'diamond' | 'pentagon-down' | 'pentagon-up';
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
    };
