import * as Y from 'yjs';
import { closeCodes } from '#protocol/sync.ts';
import type { LoggedDocument, UpdateLog } from '#server/store/updateLog.ts';
import { applyLogged } from './applyLogged.ts';
import { AwarenessBoard, type Presence, type Speaker } from './awarenessBoard.ts';
import { FormatKeeper, type Renewal } from './formatKeeper.ts';
import { toFrame } from './frame.ts';
import type { CommitMember, GroupCommit } from './groupCommit.ts';
import { LogPosition } from './logPosition.ts';
import { toAwarenessMessage, toUpdateMessage } from './messages.ts';
import type { NodeLink, NodeRoom } from './nodes/nodeLink.ts';
import { type RoomAddress, toRoomKey } from './roomAddress.ts';
import { type ContentParts, openContent, type RoomContent } from './roomContent.ts';
import type { Verdict, Writer } from './roomGuard.ts';
import type { SyncLimits } from './syncLimits.ts';
import type { SyncLogger } from './syncLogger.ts';

/** A connection as its room sees it. */
export interface RoomMember extends Speaker, Writer {
  /** It reads so slowly that it may soon have to be left behind. */
  readonly isSlow: boolean;
  /** `vector` is the document's state once it has the update, where the room knows it. */
  sendUpdate(frame: Buffer, vector: Uint8Array | undefined): void;
  sendAwareness(frame: Buffer): void;
  close(code: number, reason: string): void;
}

export interface RoomParts {
  readonly log: UpdateLog;
  readonly commit: GroupCommit;
  readonly nodes: NodeLink;
  readonly limits: SyncLimits;
  readonly logger: SyncLogger;
  readonly content: ContentParts;
  /** Something changed, durably; `userId` wrote last, if it was a person on this server. */
  readonly onChanged: (address: RoomAddress, userId: string | undefined) => void;
  /** The room is given up: its document holds what could not be written. */
  readonly onFailed: (room: Room) => void;
}

interface OpenRoomParts extends RoomParts {
  readonly keeper: FormatKeeper;
}

/** What was collected for one commit. */
interface Batch {
  readonly updates: Uint8Array[];
  readonly authors: Set<RoomMember>;
  /** The server wrote something too, which nobody has yet. */
  hasOwn: boolean;
  /** Called when the batch and everything before it is on disk, or with `false` when it never will be. */
  readonly whenDurable: ((isDurable: boolean) => void)[];
}

/** Loads the document from the log, in the present format. */
export async function openRoom(address: RoomAddress, parts: RoomParts): Promise<Room> {
  const migrations = address.kind === 'procedure' ? parts.content.migrations : [];
  const keeper = new FormatKeeper({ ...parts, id: toRoomKey(address), migrations });
  const { logged, written } = await keeper.load();
  const room = new Room(address, logged, { ...parts, keeper });
  parts.nodes.join(room);
  if (written) parts.nodes.tellUpdate(room, written.seq, written.update);
  return room;
}

/**
 * One open document and its connections. Its Y.Doc runs ahead of the disk by what is being committed;
 * nothing of that leaves the room before it is durable.
 */
export class Room implements CommitMember, NodeRoom {
  /** Its key in the log. */
  readonly id: string;
  readonly address: RoomAddress;
  readonly content: RoomContent;
  readonly #parts: OpenRoomParts;
  readonly #doc = new Y.Doc();
  readonly #members = new Set<RoomMember>();
  readonly #awareness: AwarenessBoard;
  #awarenessTimer: NodeJS.Timeout | undefined;
  #awarenessSentAt = 0;
  #collecting = newBatch();
  #committing: (Batch & { readonly sealed: SealedUpdate }) | undefined;
  /** Whose write is being applied. */
  #author: RoomMember | undefined;
  readonly #position: LogPosition;
  #isClosed = false;
  /** Upper bound of the document's size; measured again before anybody is refused for it. */
  #bytes = 0;
  #emptySince = performance.now();

  constructor(address: RoomAddress, logged: LoggedDocument, parts: OpenRoomParts) {
    const id = toRoomKey(address);
    this.id = id;
    this.address = address;
    this.#parts = parts;
    this.content = openContent(address.kind, this.#doc, parts.content);
    this.#awareness = new AwarenessBoard(parts.limits.maxAwarenessLength);
    this.#takeFromLog(logged);
    this.#position = new LogPosition(
      {
        id,
        log: parts.log,
        logger: parts.logger,
        compactAfter: parts.limits.compactAfter,
        gapPatienceMs: parts.limits.gapPatienceMs,
        doc: this.#doc,
        apply: (more) => this.#takeFromLog(more),
        isDurable: () => !this.#isDirty,
      },
      logged,
    );
    this.#doc.on('update', this.#onUpdate);
  }

  /** True for a room that was given up: it takes nobody in any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** True for a room that nobody has been in for `forMs` and that has nothing left to write. */
  isIdle(forMs: number): boolean {
    return (
      this.#members.size === 0 &&
      !this.#isDirty &&
      !this.#position.isBusy &&
      performance.now() - this.#emptySince >= forMs
    );
  }

  get memberCount(): number {
    return this.#members.size;
  }

  join(member: RoomMember): void {
    this.#members.add(member);
  }

  leave(member: RoomMember): void {
    if (!this.#members.delete(member)) return;
    this.#awareness.leave(member);
    this.#scheduleAwareness();
    this.#emptySince = performance.now();
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** What somebody with this state vector lacks; undefined when it is none. Send it only when durable. */
  encodeSince(vector: Uint8Array): Uint8Array | undefined {
    try {
      return Y.encodeStateAsUpdate(this.#doc, vector);
    } catch {
      return undefined;
    }
  }

  /** Calls back once all that the document holds now is on disk, or with `false` when it never will be. */
  whenDurable(callback: (isDurable: boolean) => void): void {
    if (this.#isClosed) callback(false);
    else if (this.#collecting.updates.length > 0) this.#collecting.whenDurable.push(callback);
    else if (this.#committing) this.#committing.whenDurable.push(callback);
    else callback(true);
  }

  /** What `read` finds now, once that is on disk. */
  readDurable<T>(read: (content: RoomContent) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const found = read(this.content);
      this.whenDurable((isDurable) => {
        if (isDurable) resolve(found);
        else reject(new Error('The latest changes of the document could not be written.'));
      });
    });
  }

  hasSpaceFor(bytes: number): boolean {
    const { maxDocumentBytes } = this.#parts.limits;
    if (this.#bytes + bytes <= maxDocumentBytes) return true;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
    return this.#bytes + bytes <= maxDocumentBytes;
  }

  /**
   * Takes a write, unless the verdict is another. Throws where it is no Yjs update; what of it went in
   * before that showed is kept.
   */
  write(update: Uint8Array, author: RoomMember): Verdict {
    if (this.#isClosed) return { kind: 'take' };
    const verdict = this.content.review(update, author);
    if (verdict.kind !== 'take') return verdict;
    this.#author = author;
    const before = heldBack(this.#doc);
    Y.applyUpdate(this.#doc, update, fromClient);
    // What builds on something that has not arrived yet waits inside Yjs and shows in no event. It is
    // logged as it came, or a "saved" mark would not be true.
    const after = heldBack(this.#doc);
    if (after.structs !== before.structs || after.deletions !== before.deletions)
      if (after.structs || after.deletions) this.#collect(update);
    verdict.conclude?.();
    return verdict;
  }

  /**
   * Takes what somebody did while they were apart, as `write` does. It may be in an older format: once it is
   * on disk, it is brought up to date there.
   */
  writeLate(update: Uint8Array, author: RoomMember): Verdict {
    const countBefore = this.#collecting.updates.length;
    const verdict = this.write(update, author);
    if (this.#collecting.updates.length > countBefore)
      this.whenDurable((isDurable) => {
        if (isDurable) void this.#parts.keeper.renew(this.#takeRenewal);
      });
    return verdict;
  }

  readonly #takeRenewal = ({ seq, update }: Renewal): void => {
    if (this.#isClosed) return;
    this.#parts.nodes.tellUpdate(this, seq, update);
    this.receive(seq, update);
  };

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromLog) return;
    if (origin !== fromClient) this.#collecting.hasOwn = true;
    this.#collect(update);
  };

  #collect(update: Uint8Array): void {
    this.#collecting.updates.push(update);
    if (this.#author) this.#collecting.authors.add(this.#author);
    this.#parts.commit.add(this);
  }

  get #isDirty(): boolean {
    return this.#collecting.updates.length > 0 || this.#committing !== undefined;
  }

  seal(): Uint8Array {
    const { updates } = this.#collecting;
    const [first] = updates;
    const update = updates.length === 1 && first ? first : Y.mergeUpdates(updates);
    // Only where somebody may be left behind by this very update: it costs a walk over all writers.
    const isSomebodySlow = [...this.#members].some((member) => member.isSlow);
    const vector = isSomebodySlow ? this.vector : undefined;
    this.#committing = { ...this.#collecting, sealed: { update, vector } };
    this.#collecting = newBatch();
    return update;
  }

  committed(seq: number): void {
    const batch = this.#committing;
    this.#committing = undefined;
    if (!batch || this.#isClosed) return;
    const { update, vector } = batch.sealed;
    const [author] = batch.authors;
    this.#parts.nodes.tellUpdate(this, seq, update);
    const knowsAll = batch.authors.size === 1 && !batch.hasOwn;
    this.#fanOut(update, vector, knowsAll ? author : undefined);
    for (const callback of batch.whenDurable) callback(true);
    this.#bytes += update.length;
    this.#position.count(seq);
    this.#parts.onChanged(this.address, [...batch.authors].at(-1)?.user.id);
  }

  failed(): void {
    if (this.#isClosed) return;
    this.#parts.onFailed(this);
    this.closeMembers(closeCodes.tryLater, 'a change could not be written');
    this.dispose();
  }

  closeMembers(code: number, reason: string): void {
    for (const member of [...this.#members]) member.close(code, reason);
  }

  /** Lets go of the document. What was not committed is not, and nobody is told that it is. */
  dispose(): void {
    this.#isClosed = true;
    this.#parts.commit.remove(this);
    this.#parts.nodes.leave(this);
    clearTimeout(this.#awarenessTimer);
    this.#position.close();
    for (const batch of [this.#committing, this.#collecting])
      for (const callback of batch?.whenDurable ?? []) callback(false);
    this.#members.clear();
    this.content.close();
    this.#doc.destroy();
  }

  /** Sends one durable update to everybody but its only author. */
  #fanOut(
    update: Uint8Array,
    vector: Uint8Array | undefined,
    author: RoomMember | undefined,
  ): void {
    const frame = toFrame(toUpdateMessage(update));
    for (const member of this.#members) if (member !== author) member.sendUpdate(frame, vector);
  }

  receive(seq: number, update: Uint8Array | undefined): void {
    this.#position.receive(seq, update);
  }

  expect(seq: number): void {
    this.#position.expect(seq);
  }

  catchUp(): Promise<void> {
    return this.#position.catchUp();
  }

  /**
   * Takes in and sends on what is on disk already. It is sent as it was written: what the document makes
   * of it may include something of ours that waited for it and is not written yet.
   */
  #takeFromLog({ updates, hasSnapshot }: Pick<LoggedDocument, 'updates' | 'hasSnapshot'>): void {
    const isHeard = this.#members.size > 0;
    const before = isHeard && hasSnapshot ? this.vector : undefined;
    const onUnreadable = (error: unknown) =>
      this.#parts.logger.error({ err: error, procedureId: this.id }, 'Unreadable update left out');
    const readable = applyLogged(this.#doc, { updates }, onUnreadable, fromLog);
    this.#bytes += readable.reduce((sum, update) => sum + update.length, 0);
    if (!isHeard || readable.length === 0) return;
    const [first, ...others] = readable;
    const news = before && first ? [Y.diffUpdate(first, before), ...others] : readable;
    this.#fanOut(Y.mergeUpdates([...news]), undefined, undefined);
  }

  /** Takes what a member says of itself. Throws when it is malformed. */
  announce(update: Uint8Array, member: RoomMember): void {
    this.#awareness.accept(update, member);
    this.#scheduleAwareness();
  }

  get seq(): number {
    return this.#position.seq;
  }

  get ownPresences(): readonly Presence[] {
    return this.#awareness.ownPresences;
  }

  hear(node: string, presences: readonly Presence[]): void {
    this.#awareness.acceptFrom(node, presences);
    this.#scheduleAwareness();
  }

  forgetNode(node: string): void {
    this.#awareness.leaveNode(node);
    this.#scheduleAwareness();
  }

  /** Everybody's presence, for a newcomer. */
  encodeAwareness(): Uint8Array {
    return this.#awareness.encodeAll();
  }

  #scheduleAwareness(): void {
    if (this.#isClosed || this.#awarenessTimer || !this.#awareness.hasChanged) return;
    const waitMs = this.#awarenessSentAt + this.#parts.limits.awarenessDelayMs - performance.now();
    this.#awarenessTimer = setTimeout(() => {
      this.#awarenessTimer = undefined;
      this.#awarenessSentAt = performance.now();
      // The sender gets its own back too: y-websocket clients take a silent server for a dead one.
      const { update, own } = this.#awareness.takeChanged();
      this.#parts.nodes.tellPresence(this, own);
      const frame = toFrame(toAwarenessMessage(update));
      for (const member of this.#members) member.sendAwareness(frame);
    }, waitMs);
  }
}

interface SealedUpdate {
  readonly update: Uint8Array;
  readonly vector: Uint8Array | undefined;
}

/** Origins of transactions: what the log has already, and what it is still to get. */
const fromLog = Symbol('from the log');
const fromClient = Symbol('from a client');

function newBatch(): Batch {
  return { updates: [], authors: new Set(), hasOwn: false, whenDurable: [] };
}

/** What Yjs holds back because something before it is missing. */
function heldBack(doc: Y.Doc): {
  readonly structs: Uint8Array | undefined;
  readonly deletions: Uint8Array | null;
} {
  return { structs: doc.store.pendingStructs?.update, deletions: doc.store.pendingDs };
}
