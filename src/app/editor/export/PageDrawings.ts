import type { FromWorker, ToWorker } from './exportMessages.ts';

type Drawing = Omit<Extract<FromWorker, { type: 'draw' }>, 'type' | 'drawing'>;
type Drawn = Extract<ToWorker, { type: 'drawn' | 'undrawn' }>;

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

/** Has the page draw what the worker cannot, and keeps what is still being drawn. */
export class PageDrawings {
  readonly #send: (message: FromWorker) => void;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(send: (message: FromWorker) => void) {
    this.#send = send;
  }

  draw(what: Drawing): Promise<Uint8Array> {
    this.#count += 1;
    const drawing = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(drawing, { resolve, reject });
      this.#send({ type: 'draw', drawing, ...what });
    });
  }

  settle(drawn: Drawn): void {
    const waiting = this.#waiting.get(drawn.drawing);
    this.#waiting.delete(drawn.drawing);
    if (drawn.type === 'drawn') waiting?.resolve(drawn.png);
    else waiting?.reject(new RangeError('The page could not draw it'));
  }
}
