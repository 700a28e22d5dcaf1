import { createClient } from '@redis/client';

export interface RedisLinkParts {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  readonly onMessage: (channel: string, bytes: Buffer) => void;
  /** Connected, and listening on every channel: also after each loss. */
  readonly onReady: () => void;
  /** Not connected, or no longer. Once a loss, not once an attempt. */
  readonly onLost: (error: unknown) => void;
}

/**
 * One connection to Redis that comes back by itself. While it is away nothing waits: what was to be sent
 * is dropped, and what was sent by others is missed.
 */
export class RedisLink {
  readonly #parts: RedisLinkParts;
  readonly #client: ReturnType<typeof openClient>;
  readonly #channels = new Set<string>();
  /** Left while Redis was away: the client would listen to them again. */
  readonly #left = new Set<string>();
  #unsentBytes = 0;
  #isLost = false;
  #isClosed = false;

  constructor(parts: RedisLinkParts) {
    this.#parts = parts;
    this.#client = openClient(parts.url);
    this.#client.on('error', (error: unknown) => this.#onError(error));
    this.#client.on('ready', () => void this.#onReady());
    // It goes on trying for as long as the link is open.
    this.#client.connect().catch(() => undefined);
  }

  /** False when it was dropped for sure; true promises nothing. */
  publish(channel: string, bytes: Buffer): boolean {
    if (!this.#client.isReady || this.#unsentBytes > maxUnsentBytes) return false;
    this.#unsentBytes += bytes.length;
    this.#client
      .publish(channel, bytes)
      .catch(() => undefined)
      .finally(() => {
        this.#unsentBytes -= bytes.length;
      });
    return true;
  }

  /** Resolves with whether it listens now; if not, it will when it is connected again. */
  async subscribe(channel: string): Promise<boolean> {
    this.#channels.add(channel);
    this.#left.delete(channel);
    if (!this.#client.isReady) return false;
    return this.#listen([channel]);
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    if (this.#client.isReady) this.#unsubscribe([channel]);
    else this.#left.add(channel);
  }

  #unsubscribe(channels: readonly string[]): void {
    this.#client.unsubscribe([...channels], this.#onMessage, true).catch(() => undefined);
  }

  /** Sends what is on its way, for a moment. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, closePatienceMs).unref());
    if (this.#client.isReady)
      await Promise.race([this.#client.close().catch(() => undefined), patience]);
    this.#client.destroy();
  }

  readonly #onMessage = (bytes: Buffer, channel: Buffer): void => {
    const name = channel.toString();
    if (this.#channels.has(name)) this.#parts.onMessage(name, bytes);
  };

  async #listen(channels: readonly string[]): Promise<boolean> {
    try {
      await this.#client.subscribe([...channels], this.#onMessage, true);
      return true;
    } catch {
      return false;
    }
  }

  async #onReady(): Promise<void> {
    this.#isLost = false;
    if (this.#left.size > 0) this.#unsubscribe([...this.#left]);
    this.#left.clear();
    const isListening = this.#channels.size === 0 || (await this.#listen([...this.#channels]));
    if (isListening && !this.#isClosed && !this.#isLost) this.#parts.onReady();
  }

  #onError(error: unknown): void {
    if (this.#isLost || this.#isClosed) return;
    this.#isLost = true;
    this.#parts.onLost(error);
  }
}

function openClient(url: string) {
  return createClient({
    url,
    // One connection both sends and listens, which needs RESP 3: Redis 6 or later.
    RESP: 3,
    maintNotifications: 'disabled',
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 3000,
      // We hear ourselves every second; silence is a server that hangs.
      socketTimeout: 5000,
      reconnectStrategy: (retries) =>
        Math.min(50 * 2 ** Math.min(retries, 10), 1000) * (0.5 + Math.random()),
    },
  });
}

/** A Redis that reads more slowly than we write gets the rest never: the log has it. */
const maxUnsentBytes = 16 * 1024 * 1024;
const closePatienceMs = 500;
