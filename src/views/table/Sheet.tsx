import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box } from '#core/layout/geometry.ts';
import { FoundMarks } from './FoundMarks.tsx';
import type { GridCell } from './gridCell.ts';
import type { PageModel } from './pageModel.ts';
import { SceneSvg } from './SceneSvg.tsx';
import { SheetMarks } from './SheetMarks.tsx';
import { useCellName } from './useCellName.ts';

interface SheetProps {
  readonly model: PageModel;
  /** Where it lies on the desk, in CSS px. */
  readonly place: Box;
  readonly number: number;
  readonly count: number;
  /** The one cell of the table that Tab reaches, when it stands on this page. */
  readonly tabStop: string | undefined;
}

/** One page of paper: what is printed, and over it the cells that can be reached. */
export function Sheet({ model, place, number, count, tabStop }: SheetProps) {
  const { t } = useTranslation('table');
  const { x, y, width, height } = place;
  return (
    <div className="tableSheet" style={{ left: x, top: y, width, height }}>
      <SheetMarks layout={model.layout} />
      <SceneSvg scene={model.scene} />
      <FoundMarks model={model} />
      <SheetCells model={model} tabStop={tabStop} label={t('page', { number, count })} />
    </div>
  );
}

interface SheetCellsProps {
  readonly model: PageModel;
  readonly tabStop: string | undefined;
  readonly label: string;
}

const SheetCells = memo(function SheetCells({ model, tabStop, label }: SheetCellsProps) {
  const toName = useCellName();
  const { layout, rows } = model;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot have cells at measured places.
    <div
      className="tableCells"
      role="grid"
      aria-label={label}
      style={{ width: layout.width, height: layout.height }}
    >
      {rows.map((row, rowIndex) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus.
        <div role="row" key={row[0]?.key} aria-rowindex={rowIndex + 1}>
          {row.map((cell, column) => (
            <SheetCell
              key={cell.key}
              cell={cell}
              column={column + 1}
              name={toName(cell.subject)}
              tabStop={tabStop}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

interface SheetCellProps {
  readonly cell: GridCell;
  /** Its place in the row, from 1. */
  readonly column: number;
  readonly name: string;
  readonly tabStop: string | undefined;
}

function SheetCell({ cell, column, name, tabStop }: SheetCellProps) {
  const { key, subject, x, y, width, height } = cell;
  const style = { left: x, top: y, width, height };
  if (subject.kind === 'heading')
    return (
      // biome-ignore lint/a11y/useSemanticElements: as for the grid.
      // biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do with it.
      <div
        role="columnheader"
        className="tableHeading"
        aria-colindex={column}
        aria-label={name}
        style={style}
      />
    );
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: each of its roles takes a label.
    <div
      role={toRole(cell)}
      className="tableCell"
      data-key={key}
      data-kind={subject.kind}
      aria-colindex={column}
      aria-label={name}
      tabIndex={key === tabStop ? 0 : -1}
      style={style}
    />
  );
}

function toRole({ subject }: GridCell): 'gridcell' | 'rowheader' | 'columnheader' {
  if (subject.kind === 'number') return 'rowheader';
  const isHead =
    subject.kind === 'group' || (subject.kind === 'text' && subject.target.of === 'actor');
  return isHead ? 'columnheader' : 'gridcell';
}
