import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import type { Box, PageLayout, Point } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type Camera, type Frame, fitBox } from '#core/presentation/camera.ts';
import { findPinPoint } from '#core/suggestions/pinPlaces.ts';
import type { Pin } from '#core/suggestions/pins.ts';
import { SheetFrame, type SheetLook } from './SheetFrame.tsx';

export interface PagesPanelProps {
  readonly procedure: Procedure;
  /** The row to show; the first page where it is none. */
  readonly step: string;
  readonly look: SheetLook;
}

/** Between two pages, in pt. */
const gap = 24;

/** The printed pages, one below the other, at the row of the step. */
export function PagesPanel({ procedure, step, look }: PagesPanelProps) {
  const { t } = useTranslation('presentation');
  const pages = useMemo(() => placePages(procedure), [procedure]);
  const rows = pages.flatMap((page) => page.rows.filter((row) => row.step === step));
  const row = rows[0]?.box;
  const page = pages[0]?.box ?? emptyPage;
  const { unit } = look;
  const toHome = useCallback(
    (frame: Frame) =>
      row
        ? toRowCamera(row, frame, unit)
        : fitBox(page, frame, { margin: 16 * unit, mostScale: 4 * unit }),
    [row, page, unit],
  );
  const toPinPoint = useCallback((target: Pin['target']) => findPoint(pages, target), [pages]);
  return (
    <SheetFrame label={t('pages')} look={look} toHome={toHome} toPinPoint={toPinPoint}>
      {(scale) => (
        <>
          {pages.map(({ box, scene }) => (
            <PagePicture key={box.y} box={box} scene={scene} />
          ))}
          {rows.map(({ box }) => (
            <rect key={box.y} className="presentRow" {...box} strokeWidth={(5 * unit) / scale} />
          ))}
        </>
      )}
    </SheetFrame>
  );
}

/** The flag of a row stands beside it, so many pt from its left end: its text begins there. */
const pinAside = 18;

/** The first place where it is printed. */
function findPoint(pages: readonly PlacedPage[], target: Pin['target']): Point | undefined {
  for (const { layout, box } of pages) {
    const point = findPinPoint(layout, target);
    const aside = target.of === 'step' ? pinAside : 0;
    if (point) return [box.x + point[0] - aside, box.y + point[1]];
  }
  return undefined;
}

/** On a phone a whole row would be too small: it begins at its left there, in px a pt. */
const leastScale = 1;

/** The row in the middle, as wide as the frame. */
function toRowCamera(row: Box, frame: Frame, unit: number): Camera {
  const margin = 56 * unit;
  const whole = fitBox({ ...row, height: 1 }, frame, { margin, mostScale: 4 * unit });
  const y = row.y + Math.min(row.height, 200) / 2;
  if (whole.scale >= leastScale || frame.width === 0) return { ...whole, y };
  return { x: row.x + (frame.width / 2 - margin) / leastScale, y, scale: leastScale };
}

const emptyPage: Box = { x: 0, y: 0, width: 842, height: 595 };

interface PlacedPage {
  readonly box: Box;
  readonly layout: PageLayout;
  readonly scene: Scene;
  readonly rows: readonly { readonly step: string; readonly box: Box }[];
}

function placePages(procedure: Procedure): readonly PlacedPage[] {
  const document = layoutDocument(procedure);
  const scenes = toScenes(document, procedure);
  let top = 0;
  return document.pages.flatMap((layout, index) => {
    const { width, height, rows, cells } = layout;
    const scene = scenes[index];
    if (!scene) return [];
    const y = top;
    top += height + gap;
    const edges = cells.filter(({ step }) => step !== undefined);
    const left = Math.min(...edges.map((cell) => cell.x));
    const right = Math.max(...edges.map((cell) => cell.x + cell.width));
    const placed = rows.map((row) => ({
      step: row.step,
      box: { x: left, y: y + row.y, width: right - left, height: row.height },
    }));
    return [{ box: { x: 0, y, width, height }, layout, scene, rows: placed }];
  });
}

interface PagePictureProps {
  readonly box: Box;
  readonly scene: Scene;
}

/** A page as the export draws it, put into the drawing around it. */
const PagePicture = memo(function PagePicture({ box: { x, y }, scene }: PagePictureProps) {
  const ref = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const parsed = new DOMParser().parseFromString(toSvg(scene), 'image/svg+xml').documentElement;
    // Inside a drawing its lengths are those of the drawing: pt, as its own.
    parsed.setAttribute('width', String(scene.width));
    parsed.setAttribute('height', String(scene.height));
    ref.current?.replaceChildren(parsed);
  }, [scene]);
  return <g ref={ref} className="presentPage" transform={`translate(${x} ${y})`} />;
});
