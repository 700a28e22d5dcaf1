import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '#session/react/hooks.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import { useTable } from './tableContext.ts';

interface AddStepLineProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** The place under the last row where the next step begins; not printed. */
export function AddStepLine({ pages, placement }: AddStepLineProps) {
  const { t } = useTranslation('table');
  const { commands } = useTable();
  const canEdit = useCanEdit();
  const index = pages.findLastIndex(({ layout }) => layout.kind === 'flowchart');
  const sheet = placement.pages[index];
  const layout = pages[index]?.layout;
  if (!canEdit || !sheet || !layout) return null;
  const { scale } = placement;
  const table = layout.cells.filter(({ role }) => !role.startsWith('identity'));
  const left = Math.min(...table.map((cell) => cell.x));
  const right = Math.max(...table.map((cell) => cell.x + cell.width));
  const bottom = Math.max(...table.map((cell) => cell.y + cell.height));
  if (table.length === 0) return null;
  return (
    <button
      type="button"
      className="tableAddLine"
      style={{
        left: sheet.x + left * scale,
        top: sheet.y + bottom * scale + 6,
        width: (right - left) * scale,
      }}
      onClick={() => commands.addStep()}
    >
      <IconPlus size={15} stroke={2} aria-hidden="true" />
      {t('addStep')}
      {layout.rows.length === 0 && <span className="tableAddHint">{t('emptyHint')}</span>}
    </button>
  );
}
