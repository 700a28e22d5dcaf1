import { useTranslation } from 'react-i18next';
import { useTableUi } from './tableContext.ts';

/** Tells a screen reader where a row or a column that was moved stands now: its cell says nothing anew by itself. */
export function MoveAloud() {
  const { t } = useTranslation('table');
  const moved = useTableUi((ui) => ui.moved);
  return (
    <p className="tableAloud" aria-live="polite">
      {moved && t(`moved.${moved.kind}`, { ...moved })}
    </p>
  );
}
