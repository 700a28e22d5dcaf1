import { type RawData, WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Role } from '#protocol/roles.ts';
import type { SyncServer } from './syncServer.ts';

export interface PeerOptions {
  readonly user?: string;
  readonly role?: Role;
  readonly doc?: Y.Doc;
}

/** A person with the ordinary y-websocket client. */
export interface Peer {
  readonly doc: Y.Doc;
  /** Something to write into. */
  readonly notes: Y.Map<unknown>;
  readonly provider: WebsocketProvider;
  /** Resolves with the close code, once the server has shown them out for good. */
  readonly shownOut: Promise<number>;
  leave(): void;
}

type Place = Pick<SyncServer, 'url'>;

export function openPeer(server: Place, id: string, options: PeerOptions = {}): Peer {
  const { user = 'ani', role = 'editor', doc = new Y.Doc() } = options;
  const provider = new WebsocketProvider(server.url, id, doc, {
    params: { user, role },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
  });
  const shownOut = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }: { code: number }) => resolve(code));
  });
  return {
    doc,
    notes: doc.getMap('notes'),
    provider,
    shownOut,
    leave: () => provider.destroy(),
  };
}

/** A peer that has the document. */
export async function joinPeer(
  server: Place,
  id: string,
  options: PeerOptions = {},
): Promise<Peer> {
  const peer = openPeer(server, id, options);
  await new Promise<void>((resolve) => {
    peer.provider.on('sync', (isSynced: boolean) => isSynced && resolve());
  });
  return peer;
}

/** A socket that says what a test tells it to. */
export interface RawPeer {
  readonly webSocket: WebSocket;
  readonly received: Uint8Array[];
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  send(...bytes: number[]): void;
  sendBytes(bytes: Uint8Array): void;
}

export async function openRawPeer(
  server: Place,
  id: string,
  { user = 'ani', role = 'editor' }: PeerOptions = {},
): Promise<RawPeer> {
  const webSocket = new WebSocket(`${server.url}/${id}?user=${user}&role=${role}`);
  const received: Uint8Array[] = [];
  webSocket.on('message', (data: RawData) => received.push(new Uint8Array(data as Buffer)));
  const closed = new Promise<number>((resolve) => webSocket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    webSocket.on('open', resolve);
    webSocket.on('error', reject);
  });
  return {
    webSocket,
    received,
    closed,
    send: (...bytes) => webSocket.send(Uint8Array.from(bytes)),
    sendBytes: (bytes) => webSocket.send(bytes),
  };
}

/** Resolves when the server has taken in all that was sent on this socket, and its answers are here. */
export function roundTrip(peer: Peer | RawPeer): Promise<void> {
  const webSocket =
    'webSocket' in peer ? peer.webSocket : (peer.provider.ws as unknown as WebSocket);
  return new Promise((resolve) => {
    webSocket.once('pong', () => resolve());
    webSocket.ping();
  });
}

/** Resolves when the connection of a peer breaks. */
export function broken(peer: Peer): Promise<void> {
  return new Promise((resolve) => peer.provider.once('connection-close', () => resolve()));
}
