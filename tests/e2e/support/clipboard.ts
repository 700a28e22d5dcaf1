import type { Page } from 'playwright';

export interface CopiedPicture {
  readonly width: number;
  readonly height: number;
  /** How many of its pixels are dark. */
  readonly inkCount: number;
}

/** The picture that lies on the clipboard, as another program would paste it. */
export function readCopiedPicture(page: Page): Promise<CopiedPicture> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) throw new RangeError('The clipboard is empty');
    const image = await createImageBitmap(await item.getType('image/png'));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new RangeError('No canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let inkCount = 0;
    for (let index = 0; index < data.length; index += 4)
      if ((data[index] ?? 255) < 128) inkCount += 1;
    return { width, height, inkCount };
  });
}
