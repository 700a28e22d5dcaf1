import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { SyncUser } from './admission.ts';

/** Whoever announces presence: one connection. */
export interface Speaker {
  readonly user: SyncUser;
}

/** What a node says about one of those who are connected to it. */
export interface Presence {
  readonly clientId: number;
  /** As everybody has seen it, or is about to. */
  readonly clock: number;
  readonly user: SyncUser;
  /** JSON as the client sent it; `null` when it is gone. */
  readonly state: string;
}

interface Entry {
  /** The connection that this client id is bound to; undefined once it has left. */
  speaker: Speaker | undefined;
  /** The other node that it is connected to, or was; undefined for this one. */
  readonly node: string | undefined;
  readonly user: SyncUser;
  /** As the speaker counts, or its node. */
  clock: number;
  /** As the others have seen it: never lower than what they know, even after a new connection. */
  sentClock: number;
  /** JSON as the client sent it; read only when it is sent on. */
  state: string;
  /** JSON as the others got it; empty until they did. */
  sentState: string;
}

/**
 * The latest presence of everybody in a room. A connection speaks for one client id, the first that it
 * announces, and under the name of its session; y-websocket clients also repeat what they heard of
 * others, which is passed over.
 */
export class AwarenessBoard {
  readonly #maxStateLength: number;
  readonly #entries = new Map<number, Entry>();
  readonly #ids = new Map<Speaker, number>();
  readonly #changed = new Set<number>();

  constructor(maxStateLength: number) {
    this.#maxStateLength = maxStateLength;
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a speaker says about itself. Throws when the update is malformed. */
  accept(update: Uint8Array, speaker: Speaker): void {
    const decoder = decoding.createDecoder(update);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      if (this.#isOwn(id, speaker)) {
        this.#put(id, clock, decoding.readVarString(decoder), speaker);
      } else {
        decoding.readVarUint8Array(decoder);
      }
    }
  }

  /** Says of a speaker that is gone that it is gone. */
  leave(speaker: Speaker): void {
    const id = this.#ids.get(speaker);
    this.#ids.delete(speaker);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (id !== undefined && entry?.speaker === speaker) this.#remove(id, entry);
  }

  #remove(id: number, entry: Entry): void {
    if (!entry.speaker) return;
    entry.speaker = undefined;
    entry.state = gone;
    this.#changed.add(id);
    this.#forgetOldest();
  }

  #removeFrom(node: string, { clientId, clock }: Presence): void {
    const entry = this.#entries.get(clientId);
    // Somebody who has come to another node meanwhile has not gone.
    if (entry?.node !== node) return;
    entry.sentClock = Math.max(entry.sentClock, Math.min(clock, maxClock));
    this.#remove(clientId, entry);
  }

  #putFrom(node: string, { clientId, clock, user, state }: Presence): void {
    if (state.length > this.#maxStateLength || clock > maxClock) return;
    const known = this.#entries.get(clientId);
    if (known ? known.user.id !== user.id : this.#entries.size >= maxEntries) return;
    // What its own node counted; ours may be ahead of that since we had to say twice what it said once.
    const knownClock = known?.node === undefined ? known?.sentClock : known.clock;
    if (known?.speaker && clock <= (knownClock ?? 0)) return;
    if (known?.speaker) this.#ids.delete(known.speaker);
    const sentClock = Math.max(clock, (known?.sentClock ?? 0) + 1);
    this.#entries.set(clientId, {
      speaker: { user },
      node,
      user,
      clock,
      sentClock,
      state,
      sentState: '',
    });
    this.#changed.add(clientId);
  }

  /**
   * Takes what another node says about those who are connected to it. All nodes count on from what they
   * have heard, so that whoever changes from one to another is understood.
   */
  acceptFrom(node: string, presences: readonly Presence[]): void {
    for (const presence of presences)
      if (presence.state === gone) this.#removeFrom(node, presence);
      else this.#putFrom(node, presence);
  }

  /** Says of all who were connected to another node that they are gone. */
  leaveNode(node: string): void {
    for (const [id, entry] of this.#entries) if (entry.node === node) this.#remove(id, entry);
  }

  /** The awareness update of all that changed since the last call, and what of it other nodes should know. */
  takeChanged(): { readonly update: Uint8Array; readonly own: readonly Presence[] } {
    const changed = [...this.#changed];
    this.#changed.clear();
    return { update: this.#encode(changed), own: this.#toOwn(changed) };
  }

  /** The awareness update for a newcomer. */
  encodeAll(): Uint8Array {
    const present = [...this.#entries].filter(([, entry]) => entry.speaker);
    return this.#encode(present.map(([id]) => id));
  }

  /** Those who are connected to this node. */
  get ownPresences(): readonly Presence[] {
    return this.#toOwn([...this.#ids.values()]);
  }

  #toOwn(ids: readonly number[]): readonly Presence[] {
    return ids.flatMap((clientId) => {
      const entry = this.#entries.get(clientId);
      if (!entry || entry.node !== undefined) return [];
      return [{ clientId, clock: entry.sentClock, user: entry.user, state: entry.state }];
    });
  }

  #isOwn(id: number, speaker: Speaker): boolean {
    const own = this.#ids.get(speaker);
    if (own !== undefined) return own === id;
    const entry = this.#entries.get(id);
    // Somebody may take over only from themselves: the connection that they lost.
    return entry === undefined || entry.user.id === speaker.user.id;
  }

  #put(id: number, clock: number, state: string, speaker: Speaker): void {
    if (state.length > this.#maxStateLength || clock > maxClock) return;
    const known = this.#entries.get(id);
    if (known?.speaker === speaker && !isNewer(known, clock, state)) return;
    if (known?.speaker === speaker && clock <= known.sentClock && state === known.sentState) {
      // Its own state came back to it under our clock, and the client repeats that.
      known.clock = clock;
      return;
    }
    if (known?.speaker && known.speaker !== speaker) this.#ids.delete(known.speaker);
    // The others pass over a clock that they know, and 0 from a stranger: a first announcement would
    // show only when it is renewed. One ahead of the speaker is safe: what it gets back is its latest.
    const sentClock = Math.max(clock, (known?.sentClock ?? 0) + 1);
    const { user } = speaker;
    this.#entries.set(id, {
      speaker,
      node: undefined,
      user,
      clock,
      sentClock,
      state,
      sentState: '',
    });
    this.#ids.set(speaker, id);
    this.#changed.add(id);
  }

  #encode(ids: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, ids.length);
      for (const id of ids) {
        const entry = this.#entries.get(id);
        if (entry) entry.sentState = toSignedState(entry);
        encoding.writeVarUint(encoder, id);
        encoding.writeVarUint(encoder, entry?.sentClock ?? 0);
        encoding.writeVarString(encoder, entry?.sentState ?? gone);
      }
    });
  }

  /** The clocks of those who left are kept for when they return, but not without end. */
  #forgetOldest(): void {
    if (this.#entries.size < maxEntries) return;
    for (const [id, entry] of this.#entries) {
      if (entry.speaker || this.#changed.has(id)) continue;
      this.#entries.delete(id);
      return;
    }
  }
}

const gone = 'null';
/** A clock counts messages; a client that counts further only confuses itself. */
const maxClock = 2 ** 40;
const maxEntries = 2000;

function isNewer(known: Entry, clock: number, state: string): boolean {
  return clock > known.clock || (clock === known.clock && state === gone);
}

/** The state under the name of the session, whatever the client wrote there. */
function toSignedState(entry: Entry): string {
  const state = parseObject(entry.state);
  if (!state || !entry.speaker) return gone;
  const { id, name } = entry.user;
  const user = isObject(state.user) ? state.user : {};
  return JSON.stringify({ ...state, user: { ...user, id, name } });
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) && isWithin(value, maxDepth) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whoever writes or compares a state does so by calling themselves for what is in it: one that is deep
 * enough would end the server, and every browser after it.
 */
function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1));
}

/** More than any honest presence has. */
const maxDepth = 20;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
