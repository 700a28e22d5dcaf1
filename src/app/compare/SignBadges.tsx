import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangePlace } from '#core/diff/changePlaces.ts';
import type { PageLayout, Point } from '#core/layout/geometry.ts';
import { findLongestMiddle } from '#core/layout/longestPart.ts';
import { signGlyphs } from '#views/history/SignMarks.tsx';

interface SignBadgesProps {
  readonly layout: PageLayout;
  readonly places: readonly ChangePlace[];
  readonly picked: string | undefined;
  onPick(entry: string): void;
}

/** The signs of what changed over the print; pressing one finds its line in the list. */
export function SignBadges({ layout, places, picked, onPick }: SignBadgesProps) {
  const { t } = useTranslation('changes');
  return places.map((place) => (
    // The list says the same, so that the keyboard need not pass them all.
    <button
      key={place.key}
      type="button"
      tabIndex={-1}
      className="compareBadge"
      data-sign={place.sign}
      data-picked={place.entry === picked || undefined}
      style={toStyle(toPoint(place), layout)}
      title={t(`sign.${place.sign}`)}
      aria-label={t(`sign.${place.sign}`)}
      onClick={() => onPick(place.entry)}
    >
      {signGlyphs[place.sign]}
    </button>
  ));
}

/** An area's sign stands at its left edge, a symbol's at its corner, a line's in the middle of its longest part. */
function toPoint(place: ChangePlace): Point {
  switch (place.kind) {
    case 'area':
      return [place.box.x, place.box.y + Math.min(place.box.height / 2, 24)];
    case 'symbol':
      return [place.box.x + place.box.width, place.box.y];
    case 'line':
      return findLongestMiddle(place.points) ?? [0, 0];
  }
}

function toStyle([x, y]: Point, { width, height }: PageLayout): CSSProperties {
  return { left: `${(100 * x) / width}%`, top: `${(100 * y) / height}%` };
}
