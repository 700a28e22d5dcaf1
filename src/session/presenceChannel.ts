import { equalityDeep } from 'lib0/function';
import type { Awareness } from 'y-protocols/awareness';
import { presenceSchema } from './presenceSchema.ts';
import type { Peer, Presence } from './session.ts';
import { ValueStore } from './valueStore.ts';

/** At most 30 messages a second. */
const SEND_INTERVAL_MS = 34;

/** Says where I am and hears where the others are. Other windows of mine are not others. */
export class PresenceChannel {
  readonly peers = new ValueStore<readonly Peer[]>([]);
  readonly #awareness: Awareness;
  readonly #user: { readonly name: string; readonly color: string };
  readonly #userId: string;
  /** The others as last heard, with what they sent. */
  readonly #known = new Map<number, { readonly state: unknown; readonly peer: Peer | undefined }>();
  #presence: Presence = nowhere;
  #sent: Presence | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    awareness: Awareness,
    user: { readonly id: string; readonly name: string; readonly color: string },
  ) {
    this.#awareness = awareness;
    this.#user = { name: user.name, color: user.color };
    this.#userId = user.id;
    awareness.on('change', this.#readPeers);
    this.#send();
  }

  change(change: Partial<Presence>): void {
    this.#presence = { ...this.#presence, ...change };
    if (this.#timer === undefined) this.#sendAndWait();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#awareness.off('change', this.#readPeers);
  }

  /** The first change goes out at once, those of the next moment together. */
  #sendAndWait(): void {
    this.#timer = undefined;
    if (equalityDeep(this.#presence, this.#sent)) return;
    this.#send();
    this.#timer = setTimeout(() => this.#sendAndWait(), SEND_INTERVAL_MS);
  }

  #send(): void {
    this.#sent = this.#presence;
    this.#awareness.setLocalState({ user: this.#user, ...this.#presence });
  }

  readonly #readPeers = (): void => {
    const states = this.#awareness.getStates();
    for (const id of this.#known.keys()) if (!states.has(id)) this.#known.delete(id);
    for (const [id, state] of states) {
      if (id === this.#awareness.clientID || this.#known.get(id)?.state === state) continue;
      this.#known.set(id, { state, peer: toPeer(id, state) });
    }
    const known = [...this.#known.values()].flatMap(({ peer }) => peer ?? []);
    const peers = known.filter(({ userId }) => userId !== this.#userId);
    peers.sort((a, b) => a.clientId - b.clientId);
    const before = this.peers.get();
    const isSame =
      before.length === peers.length && before.every((peer, index) => peer === peers[index]);
    if (!isSame) this.peers.set(peers);
  };
}

/**
 * Forgets how far the others had counted. Behind the next connection is a server that counts anew, or
 * another one: what it says would be passed over as long as it counts lower.
 */
export function forgetPeers({ meta, clientID }: Awareness): void {
  for (const id of meta.keys()) if (id !== clientID) meta.delete(id);
}

function toPeer(clientId: number, state: unknown): Peer | undefined {
  const parsed = presenceSchema.safeParse(state);
  if (!parsed.success) return undefined;
  const { user, ...presence } = parsed.data;
  const userId = user.id ?? String(clientId);
  return { clientId, userId, name: user.name, color: user.color, ...presence };
}

const nowhere: Presence = {
  selection: [],
  cursor: null,
  drag: null,
  editing: null,
  presenting: null,
};
