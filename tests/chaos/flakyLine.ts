import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How one person's network is. `stalled`: nothing arrives and nobody is told. `cut`: nothing connects. */
export type Mood = 'open' | 'slow' | 'stalled' | 'cut';

/** One person's way to the server: a TCP proxy that can be made as bad as networks are. */
export class FlakyLine {
  readonly #target: () => number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #mood: Mood = 'open';
  #wake: (() => void)[] = [];

  private constructor(target: () => number) {
    this.#target = target;
    this.#server = createServer({ allowHalfOpen: false }, (socket) => void this.#join(socket));
  }

  /** `target` gives the server's port whenever somebody connects. */
  static async open(target: () => number): Promise<FlakyLine> {
    const line = new FlakyLine(target);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get mood(): Mood {
    return this.#mood;
  }

  setMood(mood: Mood): void {
    this.#mood = mood;
    if (mood === 'cut') this.breakAll();
    if (mood !== 'stalled') for (const wake of this.#wake.splice(0)) wake();
  }

  /** Ends every connection in the middle of whatever it carries. */
  breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.setMood('cut');
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  async #join(near: Socket): Promise<void> {
    this.#watch(near);
    await this.#passable();
    if (this.#mood === 'cut' || near.destroyed) {
      near.destroy();
      return;
    }
    const far = connect(this.#target(), '127.0.0.1');
    this.#watch(far);
    void this.#carry(near, far);
    void this.#carry(far, near);
  }

  async #carry(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        await this.#passable();
        await this.#write(to, chunk);
      }
    } catch {
      // Destroyed at one end; the other learns of it below.
    }
    // Who is behind a stalled line does not hear that the other has gone.
    await this.#passable();
    to.destroy();
  }

  async #write(to: Socket, chunk: Buffer): Promise<void> {
    if (this.#mood !== 'slow') {
      if (!to.destroyed && !to.write(chunk)) await once(to, 'drain');
      return;
    }
    for (let at = 0; at < chunk.length; at += slowBytes) {
      if (to.destroyed) return;
      to.write(chunk.subarray(at, at + slowBytes));
      // The slowness itself; a line that was mended goes on at full speed.
      if (this.#mood === 'slow') await wait(slowMs);
    }
  }

  #passable(): Promise<void> {
    if (this.#mood !== 'stalled') return Promise.resolve();
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #watch(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** About 100 kB a second. */
const slowBytes = 1000;
const slowMs = 10;
