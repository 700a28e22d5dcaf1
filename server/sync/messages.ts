import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import type { Role } from '#protocol/roles.ts';
import { messageTypes } from '#protocol/sync.ts';

/** What a client says, told apart. */
export type ClientMessage =
  /** Sync step 1: "this is what I have, send the rest". */
  | { readonly type: 'askState'; readonly vector: Uint8Array }
  /**
   * Sync step 2 or an update: the frames `[0,1]` and `[0,2]`, which are the only writes. Step 2 has all
   * that the client knows and the server did not when it asked.
   */
  | { readonly type: 'write'; readonly update: Uint8Array; readonly isStep2: boolean }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'askAwareness' }
  | { readonly type: 'mark'; readonly mark: number }
  | { readonly type: 'askRole' };

/** Reads one message; undefined when it is none. */
export function parseMessage(bytes: Uint8Array): ClientMessage | undefined {
  try {
    return readMessage(decoding.createDecoder(bytes));
  } catch {
    return undefined;
  }
}

function readMessage(decoder: decoding.Decoder): ClientMessage | undefined {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder);
    case messageTypes.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case messageTypes.queryAwareness:
      return { type: 'askAwareness' };
    case messageTypes.saved:
      return { type: 'mark', mark: decoding.readVarUint(decoder) };
    case messageTypes.role:
      return { type: 'askRole' };
    default:
      return undefined;
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage | undefined {
  const step = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  switch (step) {
    case messageYjsSyncStep1:
      return { type: 'askState', vector: content };
    case messageYjsSyncStep2:
      return { type: 'write', update: content, isStep2: true };
    case messageYjsUpdate:
      return { type: 'write', update: content, isStep2: false };
    default:
      return undefined;
  }
}

/** Sync step 1: asks the client for what this state vector lacks. */
export function toStateQuestion(vector: Uint8Array): Uint8Array {
  return toSyncMessage(messageYjsSyncStep1, vector);
}

/** Sync step 2: the answer to the client's own question. */
export function toStateAnswer(update: Uint8Array): Uint8Array {
  return toSyncMessage(messageYjsSyncStep2, update);
}

export function toUpdateMessage(update: Uint8Array): Uint8Array {
  return toSyncMessage(messageYjsUpdate, update);
}

export function toAwarenessMessage(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** "Everything before your mark is on disk." */
export function toSavedMessage(mark: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.saved);
    encoding.writeVarUint(encoder, mark);
  });
}

/** "This is what you may do." */
export function toRoleMessage(role: Role): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.role);
    encoding.writeVarString(encoder, role);
  });
}

function toSyncMessage(step: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, content);
  });
}
