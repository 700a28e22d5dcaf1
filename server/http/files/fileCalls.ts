import type { MinutesAnnex } from '#core/meeting/annexes.ts';
import type { MinutesBlock } from '#core/meeting/minutesBlocks.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { ProblemCode } from '#protocol/problems.ts';
import type { ExportedFile } from '#render/exportedFile.ts';
import type { MinutesFormat } from '#render/exportMinutes.ts';
import type { ExportChoice, ExportFormat } from '#render/exportProcedure.ts';
import type { ImportSource, ReadImport } from './readImport.ts';

/** The minutes of a meeting, to be put on paper. */
export interface WrittenMinutes {
  readonly title: string;
  readonly blocks: readonly MinutesBlock[];
  readonly annexes: readonly MinutesAnnex[];
}

/** What the thread for files is asked to do. */
export type FileCall =
  | {
      readonly type: 'export';
      readonly procedure: Procedure;
      readonly format: ExportFormat;
      readonly choice: ExportChoice;
    }
  | {
      readonly type: 'minutes';
      readonly minutes: WrittenMinutes;
      readonly format: MinutesFormat;
    }
  | { readonly type: 'import'; readonly source: ImportSource };

export type FileResult =
  | { readonly type: 'exported'; readonly file: ExportedFile }
  | { readonly type: 'imported'; readonly imported: ReadImport }
  | {
      readonly type: 'problem';
      readonly code: ProblemCode;
      readonly message: string;
      readonly place: string | undefined;
      readonly reason: string | undefined;
      readonly word: string | undefined;
    };
