import type { LogoResult } from './prepareLogo.ts';

/** Sharp on paper at twice the size of the largest place for a logo. */
const MOST_PIXELS = 640;
/** A picture smaller than this that is still too large a file is given up. */
const LEAST_PIXELS = 160;
/** Beyond this a browser may run out of memory while it opens the picture. */
const MOST_SOURCE_PIXELS = 80_000_000;

/** The picture as a PNG of at most `maxLength` letters as `data:` URI, smaller than it was if need be. */
export async function drawPng(picture: Blob, maxLength: number): Promise<LogoResult> {
  const image = await openImage(picture);
  if (!image) return { ok: false, problem: 'unreadable' };
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight > MOST_SOURCE_PIXELS) return { ok: false, problem: 'too-large' };
  const longest = Math.max(naturalWidth, naturalHeight);
  // A drawing has no size of its own; pixels are never made more.
  const wanted = picture.type === 'image/svg+xml' ? MOST_PIXELS : Math.min(longest, MOST_PIXELS);
  for (let side = wanted; side >= Math.min(wanted, LEAST_PIXELS); side *= 0.8) {
    const uri = draw(image, side / longest);
    if (uri.length <= maxLength) return { ok: true, uri };
  }
  return { ok: false, problem: 'too-large' };
}

async function openImage(picture: Blob): Promise<HTMLImageElement | undefined> {
  const url = URL.createObjectURL(picture);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function draw(image: HTMLImageElement, scale: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
