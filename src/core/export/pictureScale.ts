/** How large a page may be drawn, in pixels a pt: from a thumbnail to 432 dpi. */
export const PICTURE_SCALE = { least: 0.25, most: 6 } as const;
