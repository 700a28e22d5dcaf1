/** What a file's bytes are decoded with; every browser and Node have one. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
}

/**
 * The text of a file in the encoding that its first bytes or its XML declaration name, else UTF-8.
 * `open` makes the platform's decoder: `(label) => new TextDecoder(label)`.
 */
export function decodeFile(bytes: Uint8Array, open: (label: string) => Decoder): string {
  return open(findEncoding(bytes)).decode(bytes);
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1];
  return named !== undefined && known.has(named.toLowerCase()) ? named : 'utf-8';
}

// A file that says UTF-16 without the bytes to prove it was stored as UTF-8.
const known = new Set(['iso-8859-1', 'iso-8859-15', 'windows-1252', 'us-ascii']);
