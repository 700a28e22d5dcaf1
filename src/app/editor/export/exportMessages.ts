import type { Scene } from '#core/export/scene.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { ExportChoice, ExportFormat, ExportResult } from '#render/exportProcedure.ts';
import type { PngOptions } from '#render/renderTools.ts';

/** A procedure as a file. */
export interface FileOrder {
  readonly procedure: Procedure;
  readonly format: ExportFormat;
  readonly choice: ExportChoice;
}

/** Something drawn, as a picture for the clipboard. */
export interface PictureOrder {
  readonly scene: Scene;
  readonly options: PngOptions;
}

/** One picture in both forms. */
export interface Picture {
  readonly png: Uint8Array;
  readonly svg: string;
}

/** What the worker is told. `job` is the number of an order, `drawing` that of a picture to draw. */
export type ToWorker =
  | { readonly type: 'warm'; readonly family: TypeFamily }
  | { readonly type: 'file'; readonly job: number; readonly order: FileOrder }
  | { readonly type: 'picture'; readonly job: number; readonly order: PictureOrder }
  | { readonly type: 'drawn'; readonly drawing: number; readonly png: Uint8Array }
  | { readonly type: 'undrawn'; readonly drawing: number };

/** What it answers. Only a page can turn SVG into pixels, so the worker asks for that. */
export type FromWorker =
  | {
      readonly type: 'draw';
      readonly drawing: number;
      readonly svg: string;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | {
      readonly type: 'page';
      readonly job: number;
      readonly doneCount: number;
      readonly pageCount: number;
    }
  | { readonly type: 'written'; readonly job: number; readonly result: ExportResult }
  | { readonly type: 'pictured'; readonly job: number; readonly picture: Picture }
  | { readonly type: 'failed'; readonly job: number; readonly message: string };
