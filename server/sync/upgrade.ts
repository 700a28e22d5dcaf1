import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The id in `/sync/:id`; undefined for any other path. */
export function findProcedureId(url: string | undefined): string | undefined {
  const match = /^\/sync\/([^/?#]{1,200})(?:\?.*)?$/.exec(url ?? '');
  if (!match?.[1]) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return undefined;
  }
}

/** Answers an upgrade with an HTTP status instead. */
export function answerUpgrade(socket: Duplex, status: 404 | 503): void {
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
