import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import { SceneSvg } from '#views/table/SceneSvg.tsx';
import { ChangeMarks } from './ChangeMarks.tsx';
import type { ComparedPage } from './comparedPages.ts';
import { SignBadges } from './SignBadges.tsx';
// What a page is drawn with.
import '#views/table/Table.css';

/** A page, and how much of it shows through: 0 to 1. */
export interface SheetLayer {
  readonly page: ComparedPage;
  readonly opacity: number;
}

interface ComparedSheetProps {
  /** Painted in this order; one where the sides stand beside one another. */
  readonly layers: readonly SheetLayer[];
  /** The widest page of all, in pt: it fills the width. */
  readonly widestPt: number;
  readonly label: string;
  readonly picked: string | undefined;
  onPick(entry: string): void;
}

/** One sheet of paper, drawn once it comes near. */
export function ComparedSheet({ layers, widestPt, label, picked, onPick }: ComparedSheetProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(ref);
  const width = Math.max(...layers.map(({ page }) => page.layout.width));
  const height = Math.max(...layers.map(({ page }) => page.layout.height));
  const sheet: CSSProperties = {
    width: `${(100 * width) / widestPt}%`,
    aspectRatio: `${width} / ${height}`,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a sheet of paper is no set of fields.
    <div className="compareSheet" ref={ref} style={sheet} role="group" aria-label={label}>
      {isNear &&
        layers.map(({ page, opacity }, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place.
            key={index}
            className="compareLayer"
            style={{
              width: `${(100 * page.layout.width) / width}%`,
              aspectRatio: `${page.layout.width} / ${page.layout.height}`,
              opacity,
              ...(opacity < 0.5 && { pointerEvents: 'none' }),
            }}
          >
            <ChangeMarks layout={page.layout} places={page.places} picked={picked} />
            <SceneSvg scene={page.scene} />
            <SignBadges layout={page.layout} places={page.places} picked={picked} onPick={onPick} />
          </div>
        ))}
    </div>
  );
}

/** Whether it is within a screen of the visible part. */
function useIsNear(ref: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => setNear(entry?.isIntersecting ?? false),
      { rootMargin: '100%' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return isNear;
}
