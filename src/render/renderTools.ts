import type { Scene, ScenePicture } from '#core/export/scene.ts';
import type { FontNeeds } from './fontNeeds.ts';

/** A type family's files, and the one that has the characters which they lack. */
export interface FontBytes {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly fallback?: Uint8Array;
}

export interface PngOptions {
  /** Pixels a pt; 2 gives 144 dpi. */
  readonly scale: number;
  readonly transparent?: boolean;
}

/** What writing a file needs from where it runs: Node or a browser. */
export interface RenderTools {
  /** TrueType, for files that embed what they use of it. */
  readonly readFonts: (needs: FontNeeds) => Promise<FontBytes>;
  /** WOFF2, small enough to be embedded whole. */
  readonly readWebFonts: (needs: FontNeeds) => Promise<FontBytes>;
  /** A page as a PNG picture; what is broken in it stays blank. */
  readonly renderPng: (scene: Scene, options: PngOptions) => Promise<Uint8Array>;
  /** Called after each page of what is written page by page. */
  readonly onPage?: (doneCount: number, pageCount: number) => void;
}

/** Gives a picture as PNG in the shape of its box. */
export type DrawPicture = (picture: ScenePicture) => Uint8Array;

const PICTURE_SCALE = 4;

/** Draws all pictures of the pages, whatever they are, so that a renderer finds each as PNG. */
export async function drawPictures(
  scenes: readonly Scene[],
  { renderPng }: RenderTools,
): Promise<DrawPicture> {
  const drawn = new Map<ScenePicture, Uint8Array>();
  for (const picture of scenes.flatMap(({ items }) => items))
    if (picture.kind === 'picture') {
      const { width, height } = picture;
      const scene = { width, height, items: [{ ...picture, x: 0, y: 0 }] };
      drawn.set(picture, await renderPng(scene, { scale: PICTURE_SCALE, transparent: true }));
    }
  return (picture) => {
    const png = drawn.get(picture);
    if (!png) throw new RangeError(`A picture of no page: ${picture.description}`);
    return png;
  };
}
