import { decodeBase64 } from './base64.ts';
import { isSafeSvg } from './svgSafety.ts';

/** Longest side of a PNG, in pixels: a small file may hold a picture too large for any memory. */
const MOST_PIXELS = 4096;

/** Whether a picture's `data:` URI, PNG or SVG, may be stored and drawn. */
export function isSafePicture(uri: string): boolean {
  const [head = '', base64 = ''] = uri.split(',', 2);
  const bytes = decodeBase64(base64);
  return head.includes('svg') ? isSafeSvg(toText(bytes)) : isSafePng(bytes);
}

/** Byte by byte: what is dangerous in a file is ASCII. */
function toText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isSafePng(bytes: Uint8Array): boolean {
  if (!pngSignature.every((byte, at) => bytes[at] === byte)) return false;
  // Without its first block it is broken, and drawn blank.
  if (bytes.length < 24) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return view.getUint32(16) <= MOST_PIXELS && view.getUint32(20) <= MOST_PIXELS;
}
