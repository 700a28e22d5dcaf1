import { WebSocket } from 'ws';
import { closeCodes } from '#protocol/sync.ts';

/** A server's WebSocket that closes with our codes where ws notices the fault itself. */
export class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? code : (ownCodes[code] ?? code), reason);
  }
}

// y-websocket clients come back after a standard code, with the same frame; after 44xx they don't.
const ownCodes: Readonly<Record<number, number>> = {
  1002: closeCodes.badFrame,
  1007: closeCodes.badFrame,
  1009: closeCodes.tooLarge,
};
