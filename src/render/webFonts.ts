import type { SvgFonts } from '#core/export/toSvg.ts';
import type { FontBytes } from './renderTools.ts';

/** Fonts as `toSvg` embeds them. */
export function toFontUris({ regular, bold, fallback }: FontBytes): SvgFonts {
  return {
    regular: toUri(regular),
    bold: toUri(bold),
    ...(fallback && { fallback: toUri(fallback) }),
  };
}

const known = new WeakMap<Uint8Array, string>();

function toUri(font: Uint8Array): string {
  const uri = known.get(font) ?? `data:font/woff2;base64,${toBase64(font)}`;
  known.set(font, uri);
  return uri;
}

/** So many bytes become one call's arguments. */
const CHUNK = 0x6000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(binary);
}
