import * as Y from 'yjs';
import type { ServerLink } from './serverLink.ts';

/** What joins the windows of one browser: a `BroadcastChannel`. */
export interface Channel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

export interface TabChannelOptions {
  /** The same for the windows of one account with one procedure, and for no others. */
  readonly name: string;
  readonly doc: Y.Doc;
  readonly server: ServerLink;
  readonly openChannel: (name: string) => Channel | undefined;
}

/** One window to the others. */
type TabMessage =
  /** "This is what I have": whoever has more sends it; a newcomer also wants to hear what others have. */
  | { readonly type: 'state'; readonly vector: Uint8Array; readonly isNew: boolean }
  | { readonly type: 'update'; readonly update: Uint8Array };

/**
 * Passes edits between the windows of one person, with and without the server. What a window hears, it
 * also hands in to the server, so that an edit does not depend on the window where it was made; it never
 * repeats it to the other windows, which heard it too. What comes from the server each window gets there.
 */
export class TabChannel {
  readonly #options: TabChannelOptions;
  readonly #stops: readonly (() => void)[];
  #channel: Channel | undefined;

  constructor(options: TabChannelOptions) {
    this.#options = options;
    const { doc, server } = options;
    doc.on('update', this.#sendUpdate);
    this.#stops = [
      server.role.subscribe(this.#followServer),
      server.state.subscribe(this.#followServer),
      () => doc.off('update', this.#sendUpdate),
    ];
  }

  /** Asks the other windows for what this one lacks; call it once the device's copy is read. */
  open(): void {
    this.#channel ??= this.#mayTalk ? this.#connect() : undefined;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#disconnect();
  }

  /** Readers have nothing to pass on, and must not see what a former editor's window has. */
  get #mayTalk(): boolean {
    const { server } = this.#options;
    return server.isWriter && server.state.get().status !== 'refused';
  }

  readonly #followServer = (): void => {
    if (!this.#mayTalk) this.#disconnect();
  };

  #connect(): Channel | undefined {
    const channel = this.#options.openChannel(this.#options.name);
    if (!channel) return undefined;
    channel.onmessage = ({ data }) => {
      const message = parseMessage(data);
      if (message) this.#hear(message);
    };
    this.#post(channel, { type: 'state', vector: this.#vector, isNew: true });
    return channel;
  }

  #disconnect(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  get #vector(): Uint8Array {
    return Y.encodeStateVector(this.#options.doc);
  }

  readonly #sendUpdate = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    { local }: Y.Transaction,
  ): void => {
    if (local && this.#channel) this.#post(this.#channel, { type: 'update', update });
  };

  #hear(message: TabMessage): void {
    const { doc } = this.#options;
    switch (message.type) {
      case 'update':
        Y.applyUpdate(doc, message.update, this);
        return;
      case 'state':
        this.#answer(message.vector);
        if (message.isNew && this.#channel)
          this.#post(this.#channel, { type: 'state', vector: this.#vector, isNew: false });
        return;
    }
  }

  #answer(vector: Uint8Array): void {
    const { doc } = this.#options;
    if (!this.#channel || !hasMore(Y.decodeStateVector(vector), doc)) return;
    this.#post(this.#channel, { type: 'update', update: Y.encodeStateAsUpdate(doc, vector) });
  }

  #post(channel: Channel, message: TabMessage): void {
    channel.postMessage(message);
  }
}

/** The browser's channel; undefined where there is none. */
export function openBroadcastChannel(name: string): Channel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
}

function hasMore(known: ReadonlyMap<number, number>, doc: Y.Doc): boolean {
  const mine = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...mine].some(([client, clock]) => clock > (known.get(client) ?? 0));
}

/** A window of an older or newer page may say something else; that counts as nothing said. */
function parseMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'update' && 'update' in data && data.update instanceof Uint8Array)
    return { type: 'update', update: data.update };
  if (data.type !== 'state' || !('vector' in data) || !(data.vector instanceof Uint8Array))
    return undefined;
  return { type: 'state', vector: data.vector, isNew: 'isNew' in data && data.isNew === true };
}
