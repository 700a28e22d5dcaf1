import { type RoomKind, roomSuffixes } from '#protocol/sync.ts';

/** Which of a procedure's documents. */
export interface RoomAddress {
  readonly procedureId: string;
  readonly kind: RoomKind;
}

/** The document's key in the log, and the room's on every node. */
export function toRoomKey({ procedureId, kind }: RoomAddress): string {
  return procedureId + roomSuffixes[kind];
}

/** The address in `/sync/:id` and `/sync/:id/suggestions`; undefined for any other path. */
export function findRoomAddress(url: string | undefined): RoomAddress | undefined {
  const match = /^\/sync\/([^/?#]{1,200})(\/suggestions)?(?:\?.*)?$/.exec(url ?? '');
  if (!match?.[1]) return undefined;
  try {
    const procedureId = decodeURIComponent(match[1]);
    // No id has one, and with one it would be the key of another document.
    if (procedureId.includes('/')) return undefined;
    return { procedureId, kind: match[2] ? 'suggestions' : 'procedure' };
  } catch {
    return undefined;
  }
}
