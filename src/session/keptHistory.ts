import type * as Y from 'yjs';
import type { EditHistory } from '#document/editHistory.ts';
import { FORMAT } from '#document/shape.ts';
import { type KeptRecord, parseKeptRecord } from './savedHistorySchema.ts';
import type { ServerLink } from './serverLink.ts';
import type { Selection } from './session.ts';
import { forgetHistoriesOfOthers, type TabStorage, toHistoryName } from './tabHistories.ts';

export interface KeepHistoryOptions {
  readonly userId: string;
  readonly procedureId: string;
  readonly doc: Y.Doc;
  readonly history: EditHistory<Selection>;
  readonly server: ServerLink;
  /** Undefined keeps nothing. */
  readonly storage: TabStorage | undefined;
  /** The time in ms. */
  readonly now: () => number;
}

/** What one may undo, kept over a reload and a crash of the tab. */
export interface KeptHistory {
  /** Whether an earlier session's steps wait for the document. */
  readonly isResuming: boolean;
  /** Waits no longer than for the device's copy, and the server's answer or its silence. */
  settleAfter(loaded: Promise<unknown> | undefined): void;
  close(): void;
}

/** How many steps are kept, undone ones apart. */
const MAX_STEPS = 100;
/** How much of the tab's storage one procedure may take, in characters. */
const MAX_LENGTH = 400_000;
/** After this time nobody remembers what they did last, in ms. */
const MAX_AGE_MS = 12 * 60 * 60_000;
/** How soon after an edit the steps are written, in ms. */
const WRITE_DELAY_MS = 500;

/**
 * Goes on with what the account did last in the procedure in this tab, and keeps it for as long as they may
 * write. Call it before anything of the document is loaded.
 */
export function keepHistory({ storage, ...options }: KeepHistoryOptions): KeptHistory {
  return storage ? new HistoryInTab({ storage, ...options }) : nothingKept;
}

const nothingKept: KeptHistory = {
  isResuming: false,
  settleAfter: () => undefined,
  close: () => undefined,
};

class HistoryInTab implements KeptHistory {
  readonly isResuming: boolean;
  readonly #options: KeepHistoryOptions & { readonly storage: TabStorage };
  readonly #name: string;
  /** Where it says that a page works with the history now; where it does not, nothing is written. */
  readonly #openName: string;
  readonly #stops: readonly (() => void)[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLoaded = false;
  #isClosed = false;

  constructor(options: KeepHistoryOptions & { readonly storage: TabStorage }) {
    this.#options = options;
    const { userId, procedureId, doc, history, server, storage } = options;
    this.#name = toHistoryName(userId, procedureId);
    this.#openName = `${this.#name}#open`;
    forgetHistoriesOfOthers(storage, userId);
    const kept = this.#read();
    this.isResuming = kept !== undefined;
    if (kept) history.resume(kept.history);
    else storage.removeItem(this.#name);
    this.#markOpen();
    doc.on('update', this.#writeSoon);
    this.#stops = [
      server.role.subscribe(this.#follow),
      server.state.subscribe(this.#follow),
      () => doc.off('update', this.#writeSoon),
      watchTab({ onShow: () => this.#markOpen(), onHide: () => this.#leave() }),
    ];
  }

  settleAfter(loaded: Promise<unknown> | undefined): void {
    const settle = (): void => {
      this.#isLoaded = true;
      this.#follow();
    };
    (loaded ?? Promise.resolve()).then(settle, settle);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#leave();
    this.#isClosed = true;
  }

  get #mayKeep(): boolean {
    const { server } = this.#options;
    return server.isWriter && server.state.get().status !== 'refused';
  }

  #read(): KeptRecord | undefined {
    const { storage, now } = this.#options;
    // A second tab that was made from this one has its storage, too; what is in it is not its own.
    const isCopied = storage.getItem(this.#openName) !== null && !isReload();
    const json = storage.getItem(this.#name);
    if (json === null || isCopied || !this.#mayKeep) return undefined;
    const kept = parseKeptRecord(json);
    return kept && now() - kept.at < MAX_AGE_MS ? kept : undefined;
  }

  readonly #follow = (): void => {
    const { history, server, storage } = this.#options;
    const { status } = server.state.get();
    if (!this.#mayKeep) {
      storage.removeItem(this.#name);
      history.forgetEarlier();
    } else if (this.#isLoaded && (status === 'online' || status === 'offline')) history.settle();
  };

  readonly #writeSoon = (
    _update: unknown,
    _origin: unknown,
    _doc: unknown,
    { local }: Y.Transaction,
  ): void => {
    if (local) this.#timer ??= setTimeout(() => whenIdle(this.#write), WRITE_DELAY_MS);
  };

  readonly #write = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { history, storage, now } = this.#options;
    // Whoever signs out forgets it, though the page may still be open for a moment.
    if (this.#isClosed || storage.getItem(this.#openName) === null) return;
    const json = this.#mayKeep ? toJson(history, now()) : undefined;
    // What was there before would be wrong by now.
    if (json === undefined || !tryToSet(storage, this.#name, json)) storage.removeItem(this.#name);
  };

  #markOpen(): void {
    tryToSet(this.#options.storage, this.#openName, 'open');
  }

  #leave(): void {
    this.#write();
    this.#options.storage.removeItem(this.#openName);
  }
}

/** As many of the newest steps as there is room for; undefined where there are none. */
function toJson(history: EditHistory<Selection>, at: number): string | undefined {
  for (let limit = MAX_STEPS; limit >= 1; limit = Math.floor(limit / 2)) {
    const saved = history.save(limit);
    if (!saved) return undefined;
    const json = JSON.stringify({ at, format: FORMAT, history: saved } satisfies KeptRecord);
    if (json.length <= MAX_LENGTH) return json;
  }
  return undefined;
}

/** False where the storage is full. */
function tryToSet(storage: TabStorage, name: string, value: string): boolean {
  try {
    storage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

function whenIdle(act: () => void): void {
  // Not every browser says when it is idle.
  if (typeof requestIdleCallback === 'undefined') act();
  else requestIdleCallback(act, { timeout: 1000 });
}

/** Whether the page was loaded again in the tab where it was. */
function isReload(): boolean {
  if (typeof document === 'undefined') return true;
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}

/** `onHide` is the last moment of a tab that the browser takes from the memory. */
function watchTab({
  onShow,
  onHide,
}: {
  readonly onShow: () => void;
  readonly onHide: () => void;
}): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const follow = (): void => (document.visibilityState === 'visible' ? onShow() : onHide());
  window.addEventListener('pagehide', onHide);
  window.addEventListener('pageshow', onShow);
  document.addEventListener('visibilitychange', follow);
  return () => {
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('pageshow', onShow);
    document.removeEventListener('visibilitychange', follow);
  };
}
