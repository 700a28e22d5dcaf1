import { useTranslation } from 'react-i18next';
import type { CellSymbol } from './gridCell.ts';
import { useTable } from './tableContext.ts';

interface SymbolChoiceProps {
  /** From top to bottom. */
  readonly symbols: readonly CellSymbol[];
  readonly chosen: string | undefined;
}

/** Which of the symbols that share a cell is meant. */
export function SymbolChoice({ symbols, chosen }: SymbolChoiceProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  return (
    <fieldset className="cellPanelChoice" aria-label={t('panel.which')}>
      {symbols.map(({ id, kind }, index) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => chart.selectSymbol(id)}
        >
          {t('panel.nth', { number: index + 1, kind: t(`kind.${kind}`) })}
        </button>
      ))}
    </fieldset>
  );
}
