import type { Procedure } from '#core/model/procedure.ts';
import type { ExportedFile } from '#render/exportedFile.ts';
import type { MinutesFormat } from '#render/exportMinutes.ts';
import type { ExportChoice, ExportFormat } from '#render/exportProcedure.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { startWorker, WorkerThread } from '#server/workerThread.ts';
import type { FileCall, FileResult, WrittenMinutes } from './fileCalls.ts';
import type { ImportSource, ReadImport } from './readImport.ts';

/** Writes and reads files beside the main thread. Calls reject with an `HttpProblem`. */
export interface FileThread {
  exportFile(
    procedure: Procedure,
    format: ExportFormat,
    choice: ExportChoice,
  ): Promise<ExportedFile>;
  exportMinutes(minutes: WrittenMinutes, format: MinutesFormat): Promise<ExportedFile>;
  readImport(source: ImportSource): Promise<ReadImport>;
  close(): Promise<void>;
}

/** How long one file may take. The largest documents take a few seconds. */
const patienceMs = 60_000;
/** More than so many waiting files are refused. */
const maxWaiting = 50;

export function openFileThread(): FileThread {
  const thread = new WorkerThread<FileCall, FileResult>(() =>
    startWorker('fileWorker', import.meta.url),
  );

  async function call(what: FileCall): Promise<Exclude<FileResult, { type: 'problem' }>> {
    if (thread.waitingCount >= maxWaiting)
      throw new HttpProblem('too-many-requests', 'Many files are being written; try again soon.');
    const timer = setTimeout(() => void thread.stop(), patienceMs);
    try {
      const result = await thread.call(what);
      if (result.type === 'problem') throw new HttpProblem(result.code, result.message, result);
      return result;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async exportFile(procedure, format, choice) {
      const result = await call({ type: 'export', procedure, format, choice });
      if (result.type !== 'exported') throw new RangeError(`Not exported but ${result.type}`);
      return result.file;
    },
    async exportMinutes(minutes, format) {
      const result = await call({ type: 'minutes', minutes, format });
      if (result.type !== 'exported') throw new RangeError(`Not exported but ${result.type}`);
      return result.file;
    },
    async readImport(source) {
      const result = await call({ type: 'import', source });
      if (result.type !== 'imported') throw new RangeError(`Not imported but ${result.type}`);
      return result.imported;
    },
    close: () => thread.stop(),
  };
}
