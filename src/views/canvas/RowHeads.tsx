import type { Viewport } from '@xyflow/react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowBand } from '#core/layout/geometry.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useSheet } from './canvasContext.ts';
import { useIsSelected } from './useIsSelected.ts';
import { useViewportStyle } from './useViewportStyle.ts';

/** The step numbers: they stay at the left of the window while the sheet moves beside them. */
export function RowHeads() {
  const { t } = useTranslation('canvas');
  const rows = useSheet(({ layout }) => layout.rows);
  const width = useSheet(({ layout }) => layout.numberWidth);
  const ref = useRef<HTMLFieldSetElement>(null);
  useViewportStyle(ref, placeRows);
  return (
    <fieldset ref={ref} className="canvasRows" style={{ width }} aria-label={t('rows')}>
      {rows.map((row, index) => (
        <RowHead key={row.step} row={row} number={index + 1} />
      ))}
    </fieldset>
  );
}

interface RowHeadProps {
  readonly row: RowBand;
  readonly number: number;
}

const RowHead = memo(function RowHead({ row: { step, y, height }, number }: RowHeadProps) {
  const { t } = useTranslation('canvas');
  const activity = useProcedure(({ steps }) => steps[number - 1]?.activity ?? '');
  const isSelected = useIsSelected('step', step);
  return (
    <button
      type="button"
      className="canvasRowHead nopan"
      style={{ top: y, height }}
      aria-label={t('name.step', { number, activity: activity || t('name.noText') })}
      aria-pressed={isSelected}
      data-step={step}
    >
      {number}
    </button>
  );
});

function placeRows(style: CSSStyleDeclaration, { x, zoom }: Viewport): void {
  style.setProperty('--zoom', String(zoom));
  style.transform = `translateX(${Math.max(0, -x / zoom)}px)`;
}
