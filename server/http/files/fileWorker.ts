// A thread of its own, since a long document takes long to draw and the sockets must not wait for it.
import { parentPort } from 'node:worker_threads';
import { exportMinutes } from '#render/exportMinutes.ts';
import { exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { Numbered } from '#server/workerThread.ts';
import type { FileCall, FileResult } from './fileCalls.ts';
import { readImport } from './readImport.ts';

if (!parentPort) throw new RangeError('fileWorker runs as a worker thread');
const port = parentPort;

port.on('message', async ({ id, value }: Numbered<FileCall>) => {
  port.postMessage({ id, value: await answer(value) } satisfies Numbered<FileResult>);
});

type ExportCall = Extract<FileCall, { type: 'export' }>;

async function answer(call: FileCall): Promise<FileResult> {
  try {
    return await run(call);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    const { code, message, place, reason, word } = error;
    return { type: 'problem', code, message, place, reason, word };
  }
}

async function run(call: FileCall): Promise<FileResult> {
  switch (call.type) {
    case 'export':
      return writeFile(call);
    case 'minutes':
      return {
        type: 'exported',
        file: await exportMinutes(call.minutes, call.format, nodeTools),
      };
    case 'import':
      return { type: 'imported', imported: await readImport(call.source) };
  }
}

async function writeFile({ procedure, format, choice }: ExportCall): Promise<FileResult> {
  const result = await exportProcedure(procedure, format, nodeTools, choice);
  if (result.ok) return { type: 'exported', file: result.file };
  const message = `The document has ${result.pageCount} pages, not ${choice.page}.`;
  throw new HttpProblem('unknown-page', message);
}
