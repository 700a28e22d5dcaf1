import { createHmac, timingSafeEqual } from 'node:crypto';
import { encodeLetter, type NodeLetter, parseLetter } from './nodeMessages.ts';

/**
 * Seals letters with the secret that all nodes of an installation share, so that whoever else can write
 * to their Redis can forge none, nor move one to another channel.
 */
export class LetterSeal {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  seal(channel: string, letter: NodeLetter): Buffer {
    const bytes = encodeLetter(letter);
    return Buffer.concat([this.#tag(channel, bytes), bytes]);
  }

  /** Undefined when it is none of ours. */
  open(channel: string, sealed: Uint8Array): NodeLetter | undefined {
    if (sealed.length <= tagBytes || sealed.length > maxSealedBytes) return undefined;
    const bytes = sealed.subarray(tagBytes);
    const isOurs = timingSafeEqual(sealed.subarray(0, tagBytes), this.#tag(channel, bytes));
    return isOurs ? parseLetter(bytes) : undefined;
  }

  #tag(channel: string, bytes: Uint8Array): Buffer {
    const hmac = createHmac('sha256', this.#secret);
    return hmac.update(`alur nodes\0${channel}\0`).update(bytes).digest().subarray(0, tagBytes);
  }
}

const tagBytes = 16;
/** No node sends more. */
const maxSealedBytes = 32 * 1024 * 1024;
