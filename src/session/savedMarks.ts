/**
 * Knows whether the server has my edits on disk. After my edits it sends a numbered mark, which the server
 * returns when everything before it is durable (docs/adr/0005-saved-marks.md). One mark is on its way at
 * a time; the next covers all edits since.
 */
export class SavedMarks {
  readonly #send: (mark: number) => void;
  readonly #onChange: () => void;
  /** Changes of this document that did not come from the server. */
  #changes = 0;
  /** The changes of this very session: only those are worth a warning. */
  #lastOwnChange = 0;
  /** The change up to which all is durable; below zero: what this device kept is not compared yet. */
  #durable = -1;
  #isListening = false;
  #isWaiting = false;

  constructor(send: (mark: number) => void, onChange: () => void) {
    this.#send = send;
    this.#onChange = onChange;
  }

  get isSaved(): boolean {
    return this.#durable === this.#changes;
  }

  /** True while closing the page would leave edits of this session on this device only. */
  get hasUnsentEdits(): boolean {
    return this.#lastOwnChange > Math.max(this.#durable, 0);
  }

  /** `isOwn`: made in this session, not read from this device's copy. Call it once the change is sent. */
  noteChange({ isOwn }: { readonly isOwn: boolean }): void {
    this.#changes += 1;
    if (isOwn) this.#lastOwnChange = this.#changes;
    this.#sendIfIdle();
    this.#onChange();
  }

  /** The server has been sent everything that it lacked; from now on marks mean something. */
  noteExchange(): void {
    this.#isListening = true;
    this.#isWaiting = false;
    this.#sendIfIdle();
  }

  /** Asks about all changes so far, without waiting for the mark on its way. */
  sendAll(): void {
    if (this.#isListening && !this.isSaved) this.#send(this.#changes);
  }

  noteDisconnect(): void {
    this.#isListening = false;
    this.#isWaiting = false;
  }

  noteReturn(mark: number): void {
    this.#isWaiting = false;
    this.#durable = Math.max(this.#durable, Math.min(mark, this.#changes));
    this.#sendIfIdle();
    this.#onChange();
  }

  #sendIfIdle(): void {
    if (!this.#isListening || this.#isWaiting || this.isSaved) return;
    this.#isWaiting = true;
    this.#send(this.#changes);
  }
}
