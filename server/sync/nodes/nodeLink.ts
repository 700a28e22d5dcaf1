import type { Presence } from '#server/sync/awarenessBoard.ts';

/** An open document as the link to the other nodes sees it. */
export interface NodeRoom {
  readonly id: string;
  /** The number up to which it has everything. */
  readonly seq: number;
  /** The presence of those who are connected to this node. */
  readonly ownPresences: readonly Presence[];
  /** Another node wrote number `seq`; without its bytes it is to be read from the log. */
  receive(seq: number, update: Uint8Array | undefined): void;
  /** What another node says about those who are connected to it. */
  hear(node: string, presences: readonly Presence[]): void;
  /** Another node is gone, and with it everybody's presence there. */
  forgetNode(node: string): void;
  /** The log has at least number `seq`. */
  expect(seq: number): void;
  /** Resolves when the document has all that was in the log at the time of the call. */
  catchUp(): Promise<void>;
  /** What it holds is not what is on disk: it is given up, its people come back to a new one. */
  failed(): void;
}

/** How an open document reaches the same document on other nodes. */
export interface NodeLink {
  join(room: NodeRoom): void;
  leave(room: NodeRoom): void;
  /** Number `seq` of the document is on disk. */
  tellUpdate(room: NodeRoom, seq: number, update: Uint8Array): void;
  tellPresence(room: NodeRoom, presences: readonly Presence[]): void;
}

/** For a server that is alone on its database. */
export const noOtherNodes: NodeLink = {
  join: () => undefined,
  leave: () => undefined,
  tellUpdate: () => undefined,
  tellPresence: () => undefined,
};
