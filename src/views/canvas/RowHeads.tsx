import type { Viewport } from '@xyflow/react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasLayout, RowBand } from '#core/layout/geometry.ts';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';
import { useIsSelected } from './useIsSelected.ts';
import { useViewportStyle } from './useViewportStyle.ts';

interface RowHeadsProps {
  readonly layout: CanvasLayout;
}

/** The step numbers: they stay at the left of the window while the sheet moves beside them. */
export function RowHeads({ layout }: RowHeadsProps) {
  const ref = useRef<HTMLDivElement>(null);
  useViewportStyle(ref, placeRows);
  return (
    <div
      ref={ref}
      className="canvasRows"
      style={{ width: layout.numberWidth, height: layout.height }}
    >
      {layout.rows.map((row, index) => (
        <RowHead
          key={row.step}
          step={row.step}
          y={row.y}
          height={row.height}
          number={index + 1}
        />
      ))}
    </div>
  );
}

interface RowHeadProps extends RowBand {
  readonly number: number;
}

const RowHead = memo(function RowHead({ step, y, height, number }: RowHeadProps) {
  const { t } = useTranslation('canvas');
  const { commands, state } = useCanvas();
  const canEdit = useCanEdit();
  const activity = useProcedure(({ steps }) => steps[number - 1]?.activity ?? '');
  const isSelected = useIsSelected('step', step);
  return (
    <button
      type="button"
      className={`canvasRowHead${isSelected ? ' selected' : ''}`}
      style={{ top: y, height }}
      aria-label={t('name.step', { number, activity: activity || t('name.noText') })}
      aria-pressed={isSelected}
      data-step={step}
      onClick={() => commands.select({ kind: 'step', id: step })}
      onDoubleClick={() => canEdit && commands.editText({ kind: 'step', id: step })}
      onContextMenu={(event) => {
        event.preventDefault();
        if (!canEdit) return;
        commands.select({ kind: 'step', id: step });
        const target = { kind: 'step', id: step } as const;
        state.set({ menu: { target, x: event.clientX, y: event.clientY } });
      }}
    >
      {number}
    </button>
  );
});

function placeRows(style: CSSStyleDeclaration, { x, y, zoom }: Viewport): void {
  style.transform = `translate(${Math.max(0, x)}px, ${y}px) scale(${zoom})`;
}
