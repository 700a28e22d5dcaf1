import type { Scene, SceneCell, SceneItem, SceneText } from '#core/export/scene.ts';

export type PlacedCell = SceneCell & { readonly place: NonNullable<SceneCell['place']> };

/** Pages that stand below each other on one sheet. */
export interface PrintedSheet {
  readonly name: string;
  readonly scenes: readonly Scene[];
  /** Of its first page, from 1. */
  readonly firstPage: number;
}

/** The pages as sheets: those with the table on one, those of the identity alone on another. */
export function toPrintedSheets(scenes: readonly Scene[]): readonly PrintedSheet[] {
  const sheets: PrintedSheet[] = [];
  scenes.forEach((scene, index) => {
    const name = toSheetName(scene, index + 1);
    const last = sheets.at(-1);
    if (last?.name === name)
      sheets[sheets.length - 1] = { ...last, scenes: [...last.scenes, scene] };
    else sheets.push({ name, scenes: [scene], firstPage: index + 1 });
  });
  return sheets;
}

function toSheetName({ items }: Scene, page: number): string {
  const tables = new Set(items.flatMap((item) => (item.kind === 'cell' ? item.place?.table : [])));
  if (tables.has('steps')) return 'Flowchart';
  return tables.has('identity') ? 'Identitas' : `Halaman ${page}`;
}

/** The cells of a page that belong to a table. */
export function toPlacedCells({ items }: Scene): readonly PlacedCell[] {
  return items.flatMap((item) =>
    item.kind === 'cell' && item.place ? [{ ...item, place: item.place }] : [],
  );
}

export type SceneCaption = SceneText & { readonly role: 'page-number' | 'document-number' };

/** What stands in the page's header, not on the sheet. */
export function isCaption(item: SceneItem): item is SceneCaption {
  return item.kind === 'text' && (item.role === 'page-number' || item.role === 'document-number');
}
