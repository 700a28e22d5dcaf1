import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { ExportResult } from '#render/exportProcedure.ts';
import { drawSvg } from './drawSvg.ts';
import type { FileOrder, FromWorker, Picture, PictureOrder, ToWorker } from './exportMessages.ts';

/** Why there is no file: a person stopped it, or something went wrong. */
export class ExportFailure extends Error {
  readonly reason: 'cancelled' | 'broken';

  constructor(reason: 'cancelled' | 'broken', message: string) {
    super(message);
    this.name = 'ExportFailure';
    this.reason = reason;
  }
}

type OnPage = (doneCount: number, pageCount: number) => void;
type Result = Extract<FromWorker, { type: 'written' | 'pictured' }>;

interface Job {
  readonly resolve: (result: Result) => void;
  readonly reject: (failure: ExportFailure) => void;
  readonly onPage: OnPage | undefined;
}

/** Writes files in a worker, which starts with the first of them and keeps what it has loaded. */
export class ExportThread {
  readonly #jobs = new Map<number, Job>();
  #worker: Worker | undefined;
  #count = 0;

  /** Loads everything that files need, to be ready when the network is not. */
  warm(family: TypeFamily): void {
    this.#post({ type: 'warm', family });
  }

  /** Rejects with an `ExportFailure`. */
  async writeFile(order: FileOrder, onPage?: OnPage): Promise<ExportResult> {
    const result = await this.#run((job) => ({ type: 'file', job, order }), onPage);
    if (result.type !== 'written') throw new RangeError(`Not a file but ${result.type}`);
    return result.result;
  }

  /** Rejects with an `ExportFailure`. */
  async drawPicture(order: PictureOrder): Promise<Picture> {
    const result = await this.#run((job) => ({ type: 'picture', job, order }));
    if (result.type !== 'pictured') throw new RangeError(`Not a picture but ${result.type}`);
    return result.picture;
  }

  /** Gives up whatever is being written. */
  stop(): void {
    this.#end(new ExportFailure('cancelled', 'Stopped by a person'));
  }

  #run(toMessage: (job: number) => ToWorker, onPage?: OnPage): Promise<Result> {
    this.#count += 1;
    const job = this.#count;
    return new Promise((resolve, reject) => {
      this.#jobs.set(job, { resolve, reject, onPage });
      this.#post(toMessage(job));
    });
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'draw') void drawFor(worker, data);
      else this.#receive(data);
    });
    worker.addEventListener('error', ({ message }) =>
      this.#end(new ExportFailure('broken', message)),
    );
    return worker;
  }

  #end(failure: ExportFailure): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#jobs.values()) reject(failure);
    this.#jobs.clear();
  }

  #receive(message: Exclude<FromWorker, { type: 'draw' }>): void {
    const job = this.#jobs.get(message.job);
    if (message.type === 'page') {
      job?.onPage?.(message.doneCount, message.pageCount);
      return;
    }
    this.#jobs.delete(message.job);
    if (message.type === 'failed') job?.reject(new ExportFailure('broken', message.message));
    else job?.resolve(message);
  }
}

/** Answers the worker that asked; it may be gone by then. */
async function drawFor(
  worker: Worker,
  { drawing, svg, widthPx, heightPx }: Extract<FromWorker, { type: 'draw' }>,
): Promise<void> {
  const png = await drawSvg(svg, { widthPx, heightPx }).catch(() => undefined);
  const answer: ToWorker = png ? { type: 'drawn', drawing, png } : { type: 'undrawn', drawing };
  worker.postMessage(answer);
}
