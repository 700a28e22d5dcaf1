import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeList } from '#core/diff/changeList.ts';
import type { ComparedSide } from '#core/diff/changePlaces.ts';
import { ComparedSheet, type SheetLayer } from './ComparedSheet.tsx';
import type { ComparedPage } from './comparedPages.ts';
import { findSpot, type Spot } from './findSpot.ts';

/** What is picked; a new object whenever it is picked, so that its place is shown again. */
export interface Picked {
  readonly entry: string;
}

/** The pages of one state, and how much they show through others in the same pane. */
interface PaneSide {
  /** Undefined until they are drawn. */
  readonly pages: readonly ComparedPage[] | undefined;
  readonly opacity: number;
}

interface ComparePaneProps {
  readonly of: ComparedSide | 'both';
  readonly label: string;
  /** One state, or both over one another. */
  readonly sides: readonly PaneSide[];
  readonly changes: ChangeList;
  /** How wide the widest page is, in widths of the pane. */
  readonly zoom: number;
  readonly picked: Picked | undefined;
  onPick(entry: string): void;
}

/** Pages below one another, which scroll to what is picked. */
export function ComparePane(props: ComparePaneProps) {
  const { of, label, sides, changes, zoom, picked, onPick } = props;
  const { t } = useTranslation('compare');
  const ref = useRef<HTMLDivElement>(null);
  const strongest = sides.toSorted((a, b) => b.opacity - a.opacity);
  const spot = picked && findFirst(strongest, changes, picked.entry);
  const count = Math.max(...sides.map(({ pages }) => pages?.length ?? 0));
  const isDrawn = sides.every(({ pages }) => pages);
  const widestPt = Math.max(
    1,
    ...sides.flatMap(({ pages = [] }) => pages.map(({ layout }) => layout.width)),
  );
  useReveal(ref, picked, { spot, widestPt });
  return (
    <section className="comparePane" data-of={of} aria-label={label}>
      <h2 className="comparePaneName">{label}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
      <div className="compareScroll" ref={ref} tabIndex={0}>
        <div className="compareSheets" style={toZoomStyle(zoom)}>
          {count === 0 && <p className="compareNothing">{t(isDrawn ? 'nothing' : 'drawing')}</p>}
          {Array.from({ length: count }, (_, index) => (
            <ComparedSheet
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
              key={index}
              layers={toLayers(sides, index)}
              widestPt={widestPt}
              label={t('page', { number: index + 1, count })}
              picked={picked?.entry}
              onPick={onPick}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function toZoomStyle(zoom: number): CSSProperties {
  const variables = { '--zoom': zoom };
  return { minWidth: 0, ...variables };
}

function toLayers(sides: readonly PaneSide[], index: number): readonly SheetLayer[] {
  return sides.flatMap(({ pages, opacity }) => {
    const page = pages?.[index];
    return page ? [{ page, opacity }] : [];
  });
}

/** The place on the side that shows most, else on the other. */
function findFirst(
  sides: readonly PaneSide[],
  changes: ChangeList,
  entry: string,
): Spot | undefined {
  for (const { pages = [] } of sides) {
    const spot = findSpot(pages, changes, entry);
    if (spot) return spot;
  }
  return undefined;
}

interface Target {
  readonly spot: Spot | undefined;
  readonly widestPt: number;
}

/** Brings the place into the middle whenever something is picked. */
function useReveal(
  ref: RefObject<HTMLElement | null>,
  picked: Picked | undefined,
  target: Target,
): void {
  const now = useRef(target);
  useEffect(() => {
    now.current = target;
  });
  useEffect(() => {
    const pane = ref.current;
    const { spot, widestPt } = now.current;
    const sheets = pane?.firstElementChild;
    const sheet = sheets?.children[spot?.page ?? -1];
    if (!picked || !pane || !spot || !(sheet instanceof HTMLElement)) return;
    const scale = (sheets?.clientWidth ?? 0) / widestPt;
    const { x, y, width, height } = spot.box;
    pane.scrollTo({
      left: sheet.offsetLeft + toStart(x * scale, width * scale, pane.clientWidth),
      top: sheet.offsetTop + toStart(y * scale, height * scale, pane.clientHeight),
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }, [picked, ref]);
}

/** Where the visible part begins, so that the place is in its middle or, being too long, at its start. */
function toStart(place: number, length: number, room: number): number {
  return length > room ? place - 24 : place + (length - room) / 2;
}
