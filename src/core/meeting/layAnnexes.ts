import type { Scene, SceneText } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { TextStyle } from '#core/layout/text/measureText.ts';
import { shapeText } from '#core/layout/text/shapeText.ts';
import { wrapText } from '#core/layout/text/wrapText.ts';
import { placeLines } from '#core/layout/textBlock.ts';
import type { MinutesAnnex } from './annexes.ts';

/** One page of the drawings behind the minutes. */
export interface AnnexPage {
  /** "Lampiran 2: B · Satu pintu", and which vote it belongs to. */
  readonly label: string;
  readonly scene: Scene;
}

// That of the minutes: a file has one.
const family = 'times';
const style: TextStyle = { size: 9, weight: 'bold', family };

/** The tables with their flowcharts as printed, without the identity pages. */
export function layAnnexes(annexes: readonly MinutesAnnex[]): readonly AnnexPage[] {
  return annexes.flatMap(({ title, question, procedure }, index) => {
    const label = `Lampiran ${index + 1}: ${title} (${question})`;
    const settings = { ...procedure.settings, typeFamily: family } as const;
    const printed = { ...procedure, settings };
    const layout = layoutDocument(printed);
    const scenes = toScenes(layout, printed);
    return layout.pages.flatMap(({ rows }, page) => {
      const scene = scenes[page];
      if (!scene || rows.length === 0) return [];
      return [{ label, scene }];
    });
  });
}

/** The page with its label in the lower margin. */
export function toLabelledScene({ label, scene }: AnnexPage): Scene {
  return { ...scene, items: [...scene.items, ...toLabel(label, scene)] };
}

function toLabel(label: string, { width, height }: Scene): readonly SceneText[] {
  const box = { x: 36, y: height - 26, width: width - 72, height: 12 };
  const lines = wrapText(shapeText(label, style.weight, family), box.width / style.size);
  return placeLines(lines.slice(0, 1), box, { style, align: 'start', valign: 'middle' }).map(
    (line) => ({ kind: 'text', ...line, role: 'title' }),
  );
}
