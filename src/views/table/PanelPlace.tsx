import { Suspense } from 'react';
import { useCanEdit } from '#session/react/hooks.ts';
import { later } from '#ui/later.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import { useTableUi } from './tableContext.ts';

const CellPanel = later(() => import('./CellPanel.tsx').then((file) => file.CellPanel));

interface PanelPlaceProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** The panel of the cell that was asked for, right below it. */
export function PanelPlace({ pages, placement }: PanelPlaceProps) {
  const panel = useTableUi((ui) => ui.panel);
  const canEdit = useCanEdit();
  if (!panel || !canEdit) return null;
  for (const [index, { rows }] of pages.entries()) {
    const cell = rows.flat().find(({ key }) => key === panel.key);
    const sheet = placement.pages[index];
    if (!cell || !sheet || cell.subject.kind !== 'place') continue;
    const left = sheet.x + cell.x * placement.scale;
    const top = sheet.y + (cell.y + cell.height) * placement.scale + 4;
    return (
      <Suspense>
        <CellPanel
          key={panel.key}
          panel={panel}
          pages={pages}
          subject={cell.subject}
          left={Math.max(4, Math.min(left, placement.width - panelWidthPx - 8))}
          top={top}
        />
      </Suspense>
    );
  }
  return null;
}

/** As in the style sheet. */
const panelWidthPx = 300;
