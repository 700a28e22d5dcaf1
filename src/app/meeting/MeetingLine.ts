import {
  type PresentationState,
  presentationStateSchema,
  toSharedState,
} from '#core/presentation/presentationState.ts';
import { type LiveMessage, liveMessageSchema } from '#protocol/meeting.ts';
import { closeCodes } from '#protocol/sync.ts';
import { retryDelay } from '#session/retryDelay.ts';
import { ValueStore } from '#session/valueStore.ts';
import { watchNetwork } from './watchNetwork.ts';

/** The meeting as it was told last. */
export interface LineNews extends Extract<LiveMessage, { type: 'meeting' }> {
  /** When it was told, on this page's clock (`performance.now`), in ms. */
  readonly heardAt: number;
}

/** What the presenter of an item shows. */
export interface ShownItem {
  readonly item: string;
  readonly state: PresentationState;
}

/** `refused`: this person does not take part, or no longer. */
export type LineStatus = 'connecting' | 'online' | 'offline' | 'refused';

export interface MeetingLineOptions {
  readonly meetingId: string;
  /** Where the server is: `https://sop.kpu.go.id`. */
  readonly baseUrl: string;
  readonly WebSocket?: typeof WebSocket;
  readonly random?: () => number;
}

/** One page's line to a meeting: it comes back by itself until it is closed or refused. */
export class MeetingLine {
  readonly status = new ValueStore<LineStatus>('connecting');
  readonly news = new ValueStore<LineNews | undefined>(undefined);
  readonly shown = new ValueStore<ShownItem | undefined>(undefined);
  readonly #options: MeetingLineOptions;
  readonly #watch: ReturnType<typeof setInterval>;
  readonly #stopWatching: () => void;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #heardAt = 0;
  #waiting: ShownItem | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MeetingLineOptions) {
    this.#options = options;
    this.#watch = setInterval(() => this.#checkSilence(), silenceMs / 4);
    this.#stopWatching = watchNetwork(this);
    this.#connect();
  }

  /** Shows everybody where the presenter is; of many in a short time the last. */
  present(item: string, state: PresentationState): void {
    this.#waiting = { item, state };
    const waitMs = Math.max(0, this.#sentAt + presentDelayMs - performance.now());
    this.#sendTimer ??= setTimeout(() => this.#sendWaiting(), waitMs);
  }

  /** The network is back, or somebody looks at the page again: it does not wait for the next try. */
  tryNow(): void {
    this.#checkSilence();
    if (this.#socket || this.status.get() === 'refused') return;
    clearTimeout(this.#retry);
    this.#connect();
  }

  /** The browser says that there is no network: nobody waits for the silence to tell. */
  lose(): void {
    if (this.#socket) this.#onClose(0);
  }

  close(): void {
    this.#stopWatching();
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    clearTimeout(this.#sendTimer);
    this.#letGo();
  }

  #connect(): void {
    const { meetingId, baseUrl, WebSocket: Socket = WebSocket } = this.#options;
    const url = new URL(`/live/${encodeURIComponent(meetingId)}`, baseUrl);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new Socket(url.href);
    this.#socket = socket;
    this.#heardAt = performance.now();
    socket.onmessage = ({ data }) => this.#take(String(data));
    socket.onclose = ({ code }) => this.#onClose(code);
  }

  #take(text: string): void {
    this.#heardAt = performance.now();
    this.#failures = 0;
    const message = parseMessage(text);
    if (message?.type === 'meeting') {
      this.news.set({ ...message, heardAt: this.#heardAt });
      this.status.set('online');
    } else if (message?.type === 'position') {
      const state = presentationStateSchema.safeParse(message.position);
      if (state.success) this.shown.set({ item: message.item, state: state.data });
    }
  }

  #onClose(code: number): void {
    this.#letGo();
    if (code === closeCodes.forbidden || code === closeCodes.signInNeeded) {
      this.status.set('refused');
      clearInterval(this.#watch);
      return;
    }
    this.status.set(this.news.get() ? 'offline' : 'connecting');
    const { random = Math.random } = this.#options;
    this.#retry = setTimeout(() => this.#connect(), retryDelay(this.#failures++, random()));
  }

  /** A network that is gone tells nobody; the server says something every 3 s. */
  #checkSilence(): void {
    if (this.#socket && performance.now() - this.#heardAt > silenceMs) this.#onClose(0);
  }

  #letGo(): void {
    if (!this.#socket) return;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = undefined;
  }

  #sendWaiting(): void {
    this.#sendTimer = undefined;
    const shown = this.#waiting;
    if (!shown || this.#socket?.readyState !== 1) return;
    this.#sentAt = performance.now();
    this.#waiting = undefined;
    const position = toSharedState(shown.state);
    this.#socket.send(JSON.stringify({ type: 'present', item: shown.item, position }));
  }
}

function parseMessage(text: string): LiveMessage | undefined {
  try {
    return liveMessageSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const presentDelayMs = 50;
const silenceMs = 10_000;
