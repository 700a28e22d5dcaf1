const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((letter, value) => [letter.charCodeAt(0), value]));

/** The bytes of well-formed base64 text. */
export function decodeBase64(text: string): Uint8Array {
  const end = text.indexOf('=');
  const letters = end < 0 ? text.length : end;
  const bytes = new Uint8Array(Math.floor((letters * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let index = 0; index < letters; index += 1) {
    bits = ((bits & 0xffff) << 6) | (values.get(text.charCodeAt(index)) ?? 0);
    if (index % 4 === 0) continue;
    // After the 2nd, 3rd and 4th letter of four, 4, 2 and 0 bits wait for the next byte.
    bytes[at] = (bits >> (6 - 2 * (index % 4))) & 0xff;
    at += 1;
  }
  return bytes;
}
