/**
 * The version of what is said on `/sync/:id`, and of the documents there: it rises with their format as well
 * (docs/format.md). A client of ours sends it as `?protocol=`; the server turns
 * away one that speaks another (`otherProtocol`). Plain y-websocket clients send none and are let in.
 */
export const protocolVersion = 1;

/** First varuint of a frame on `/sync/:id`; 0 to 3 are those of y-websocket. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /**
   * Client → server: "mark n" (varuint n). Server → client: the same frame back, once everything
   * that this client sent before the mark is on disk. Plain y-websocket clients never send it.
   */
  saved: 100,
  /**
   * Client → server: "tell me my role". Server → client: the role (varstring), now and whenever it
   * changes, behind everything that was saved before. Plain y-websocket clients never ask.
   */
  role: 101,
} as const;

/** Why the server closed a socket, as WebSocket close codes. Explained in docs/errors.md. */
export const closeCodes = {
  restarting: 1012,
  /** A commit failed or the log cannot be read: nothing that anybody saw is lost, come back soon. */
  tryLater: 1013,
  badFrame: 4400,
  signInNeeded: 4401,
  forbidden: 4403,
  unknownProcedure: 4404,
  tooLarge: 4413,
  /** What was written may not be: the reason is a code of docs/errors.md. It would be refused again. */
  refusedWrite: 4422,
  /** The page speaks another version of this protocol; a reload brings the one that fits. */
  otherProtocol: 4426,
  tooMany: 4429,
} as const;

export type CloseName = keyof typeof closeCodes;

/** What the server keeps beside a procedure: another room, at the end of the same address. */
export const roomKinds = ['procedure', 'suggestions'] as const;
export type RoomKind = (typeof roomKinds)[number];

/** What stands behind the procedure's id in the address of a room, and in the key of its log. */
export const roomSuffixes: Readonly<Record<RoomKind, string>> = {
  procedure: '',
  suggestions: '/suggestions',
};
