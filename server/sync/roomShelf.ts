import type { Room } from './room.ts';
import { type RoomAddress, toRoomKey } from './roomAddress.ts';

export interface RoomShelfParts {
  readonly maxRooms: number;
  /** How long a room that everybody left is kept. */
  readonly unloadDelayMs: number;
  readonly open: (address: RoomAddress) => Promise<Room>;
}

/** The documents in memory: opened once however many ask, put away when nobody needs them. */
export class RoomShelf {
  readonly #parts: RoomShelfParts;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room>>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: RoomShelfParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#unload(parts.unloadDelayMs), parts.unloadDelayMs);
  }

  get size(): number {
    return this.#rooms.size + this.#opening.size;
  }

  get rooms(): Iterable<Room> {
    return this.#rooms.values();
  }

  find(address: RoomAddress): Room | undefined {
    return this.#rooms.get(toRoomKey(address));
  }

  /** The room, from memory or the log; undefined when no more fit into memory. */
  async get(address: RoomAddress): Promise<Room | undefined> {
    const id = toRoomKey(address);
    const open = this.#rooms.get(id) ?? this.#opening.get(id);
    if (open) return open;
    if (this.size >= this.#parts.maxRooms) this.#unload(0);
    if (this.size >= this.#parts.maxRooms) return undefined;
    const opening = this.#parts.open(address);
    this.#opening.set(id, opening);
    try {
      const room = await opening;
      this.#rooms.set(id, room);
      return room;
    } finally {
      this.#opening.delete(id);
    }
  }

  /** Takes a room away that has failed; the next to ask gets it fresh from the log. */
  remove(room: Room): void {
    if (this.#rooms.get(room.id) === room) this.#rooms.delete(room.id);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #unload(idleMs: number): void {
    for (const room of this.#rooms.values()) {
      if (!room.isIdle(idleMs)) continue;
      this.#rooms.delete(room.id);
      room.dispose();
    }
  }
}
