/**
 * The bytes of one unmasked binary WebSocket frame. Made once and written to every socket of a room:
 * framing and copying for each of fifty people is where a sync server's time goes.
 */
export function toFrame(message: Uint8Array): Buffer {
  const headerLength = message.length < 126 ? 2 : message.length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + message.length);
  frame[0] = finalBinary;
  if (headerLength === 2) frame[1] = message.length;
  else if (headerLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(message.length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(message.length), 2);
  }
  frame.set(message, headerLength);
  return frame;
}

const finalBinary = 0x82;
