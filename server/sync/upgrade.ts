import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { protocolVersion } from '#protocol/sync.ts';

/**
 * False when a page says that it speaks another version of the protocol. A client that says nothing is
 * a plain y-websocket one, which needs nothing of ours.
 */
export function speaksOurProtocol(url: string | undefined): boolean {
  const spoken = new URLSearchParams(url?.split('?', 2)[1]).get('protocol');
  return spoken === null || spoken === String(protocolVersion);
}

/** Answers an upgrade with an HTTP status instead. */
export function answerUpgrade(socket: Duplex, status: 404 | 503): void {
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** Closes a socket that was only opened to say why: browsers are told no HTTP status of an upgrade. */
export function showOut(webSocket: WebSocket, closeCode: number): void {
  webSocket.on('error', () => webSocket.terminate());
  webSocket.close(closeCode);
}
