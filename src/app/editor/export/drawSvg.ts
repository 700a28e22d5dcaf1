interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** SVG as PNG. Rejects where the browser cannot draw so much. */
export async function drawSvg(svg: string, { widthPx, heightPx }: PixelSize): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = heightPx;
    canvas.getContext('2d')?.drawImage(image, 0, 0, widthPx, heightPx);
    return await toPng(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function toPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new RangeError(`Too large to draw: ${canvas.width} × ${canvas.height}`);
  return new Uint8Array(await blob.arrayBuffer());
}
