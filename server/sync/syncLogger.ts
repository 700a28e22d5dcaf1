import type { Logger } from 'pino';

/** Where the hub tells what went wrong; never with a document's text. */
export type SyncLogger = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
