import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Presence } from '#server/sync/awarenessBoard.ts';

/** What one node tells the others. */
export type NodeMessage =
  /**
   * On a document's channel: its log has number `seq`, which is on disk. Without its bytes, which may be
   * too many to carry, it is to be read from the log.
   */
  | { readonly type: 'update'; readonly seq: number; readonly update: Uint8Array | undefined }
  /** Also there: the presence of those who are connected to the node. */
  | { readonly type: 'presence'; readonly presences: readonly Presence[] }
  | { readonly type: 'askPresence' }
  /** On the channel of all: the node is there, or takes its leave with everybody connected to it. */
  | { readonly type: 'alive' }
  | { readonly type: 'leaving' }
  /** Also there: somebody's rights may have changed, or a procedure is gone. */
  | { readonly type: 'accessChanged'; readonly procedureId: string }
  | { readonly type: 'userChanged'; readonly userId: string }
  | { readonly type: 'deleted'; readonly procedureId: string }
  /** On the channel of a topic. */
  | { readonly type: 'note'; readonly text: string };

/** A message and the node that sent it. */
export interface NodeLetter {
  readonly node: string;
  readonly message: NodeMessage;
}

const codes = {
  update: 0,
  presence: 1,
  askPresence: 2,
  alive: 3,
  leaving: 4,
  accessChanged: 5,
  userChanged: 6,
  deleted: 7,
  note: 8,
} as const satisfies Record<NodeMessage['type'], number>;

export function encodeLetter({ node, message }: NodeLetter): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, node);
    encoding.writeVarUint(encoder, codes[message.type]);
    switch (message.type) {
      case 'update':
        encoding.writeVarUint(encoder, message.seq);
        encoding.writeVarUint(encoder, message.update ? 1 : 0);
        if (message.update) encoding.writeVarUint8Array(encoder, message.update);
        break;
      case 'presence':
        encoding.writeVarUint(encoder, message.presences.length);
        for (const presence of message.presences) writePresence(encoder, presence);
        break;
      case 'accessChanged':
      case 'deleted':
        encoding.writeVarString(encoder, message.procedureId);
        break;
      case 'userChanged':
        encoding.writeVarString(encoder, message.userId);
        break;
      case 'note':
        encoding.writeVarString(encoder, message.text);
        break;
      case 'askPresence':
      case 'alive':
      case 'leaving':
        break;
    }
  });
}

/** Reads a letter; undefined when it is none. */
export function parseLetter(bytes: Uint8Array): NodeLetter | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const node = readString(decoder, maxIdLength);
    const message = readMessage(decoder);
    return message && node ? { node, message } : undefined;
  } catch {
    return undefined;
  }
}

function readMessage(decoder: decoding.Decoder): NodeMessage | undefined {
  switch (decoding.readVarUint(decoder)) {
    case codes.update:
      return readUpdate(decoder);
    case codes.presence:
      return { type: 'presence', presences: readPresences(decoder) };
    case codes.askPresence:
      return { type: 'askPresence' };
    case codes.alive:
      return { type: 'alive' };
    case codes.leaving:
      return { type: 'leaving' };
    case codes.accessChanged:
      return { type: 'accessChanged', procedureId: readString(decoder, maxIdLength) };
    case codes.userChanged:
      return { type: 'userChanged', userId: readString(decoder, maxIdLength) };
    case codes.deleted:
      return { type: 'deleted', procedureId: readString(decoder, maxIdLength) };
    case codes.note:
      return { type: 'note', text: readString(decoder, maxNoteLength) };
    default:
      return undefined;
  }
}

function readUpdate(decoder: decoding.Decoder): NodeMessage {
  const seq = decoding.readVarUint(decoder);
  const hasBytes = decoding.readVarUint(decoder) === 1;
  // A copy: the bytes belong to the buffer of a whole socket read.
  const update = hasBytes ? decoding.readVarUint8Array(decoder).slice() : undefined;
  return { type: 'update', seq, update };
}

function writePresence(encoder: encoding.Encoder, presence: Presence): void {
  encoding.writeVarUint(encoder, presence.clientId);
  encoding.writeVarUint(encoder, presence.clock);
  encoding.writeVarString(encoder, presence.user.id);
  encoding.writeVarString(encoder, presence.user.name);
  encoding.writeVarString(encoder, presence.state);
}

function readPresences(decoder: decoding.Decoder): readonly Presence[] {
  const count = decoding.readVarUint(decoder);
  if (count > maxPresences) throw new RangeError('Too many presences in one message');
  return Array.from({ length: count }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    user: { id: readString(decoder, maxIdLength), name: readString(decoder, maxNameLength) },
    state: decoding.readVarString(decoder),
  }));
}

function readString(decoder: decoding.Decoder, maxLength: number): string {
  const text = decoding.readVarString(decoder);
  if (text.length > maxLength) throw new RangeError('A text is too long');
  return text;
}

const maxIdLength = 200;
const maxNameLength = 1000;
const maxNoteLength = 64 * 1024;
const maxPresences = 1000;
