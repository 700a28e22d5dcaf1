import { limits } from '#core/model/limits.ts';
import { isSafePicture } from '#core/model/pictureSafety.ts';
import { cleanSvg } from './cleanSvg.ts';
import { drawPng } from './drawPng.ts';

export type LogoProblem =
  /** Not a picture of a kind that browsers know. */
  | 'type'
  | 'unreadable'
  /** An SVG with scripts, or with parts from elsewhere. */
  | 'unsafe'
  | 'too-large';

export type LogoResult =
  | { readonly ok: true; readonly uri: string }
  | { readonly ok: false; readonly problem: LogoProblem };

/** What a file chooser offers. */
export const LOGO_TYPES =
  'image/png,image/svg+xml,image/jpeg,image/webp,.png,.svg,.jpg,.jpeg,.webp';

/** A photograph from a telephone is smaller; whatever is larger is hardly a logo. */
const MOST_FILE_BYTES = 20 * 1024 * 1024;

/**
 * A picture that somebody chose, as it is stored: a PNG no larger than a page needs, or an SVG that
 * does nothing but draw. Photographs become PNG; an SVG that renderers may draw differently too.
 */
export async function prepareLogo(file: File): Promise<LogoResult> {
  if (!/^image\/(?:png|jpeg|webp|svg\+xml)$/.test(file.type)) return fail('type');
  if (file.size > MOST_FILE_BYTES) return fail('too-large');
  if (file.type !== 'image/svg+xml') return toPng(file);
  const cleaned = cleanSvg(await file.text());
  if (!cleaned.ok) return fail(cleaned.problem);
  const uri = `data:image/svg+xml;base64,${toBase64(cleaned.svg)}`;
  const canStay = uri.length <= limits.maxLogoLength && isSafePicture(uri);
  return canStay ? { ok: true, uri } : toPng(new Blob([cleaned.svg], { type: 'image/svg+xml' }));
}

async function toPng(picture: Blob): Promise<LogoResult> {
  const drawn = await drawPng(picture, limits.maxLogoLength);
  return drawn.ok && !isSafePicture(drawn.uri) ? fail('unreadable') : drawn;
}

function fail(problem: LogoProblem): LogoResult {
  return { ok: false, problem };
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
