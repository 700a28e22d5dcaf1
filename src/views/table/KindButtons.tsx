import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SYMBOL_KINDS, type SymbolKind } from '#core/model/procedure.ts';
import { getCommand } from '#ui/commands/command.ts';
import { tableCommands } from './commandList.ts';
import { useTable } from './tableContext.ts';
import type { CellPanelPlace } from './tableState.ts';

interface KindButtonsProps {
  readonly panel: CellPanelPlace;
  /** What stands there; absent in an empty cell. */
  readonly kind: SymbolKind | undefined;
}

/** One button a kind, with its letter. */
export function KindButtons({ panel, kind }: KindButtonsProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const ref = useRef<HTMLFieldSetElement>(null);
  const wantsKeyboard = panel.entry?.at === 'kinds';
  useLayoutEffect(() => {
    if (wantsKeyboard) ref.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [wantsKeyboard]);
  return (
    <fieldset ref={ref} className="cellPanelKindList" aria-label={t('panel.kinds')}>
      {SYMBOL_KINDS.map((each) => (
        <button
          key={each}
          type="button"
          className="cellPanelKind"
          aria-label={t(`kind.${each}`)}
          aria-pressed={each === kind}
          aria-keyshortcuts={toKey(each)}
          title={t(`shape.${each}`)}
          onClick={() => chart.setKind(panel.step, panel.actor, each)}
        >
          <svg width={30} height={18} viewBox="0 0 30 18" aria-hidden="true">
            <path d={shapes[each]} />
          </svg>
          <kbd>{toKey(each)}</kbd>
        </button>
      ))}
    </fieldset>
  );
}

const commandIds = {
  terminator: 'table.toTerminator',
  process: 'table.toProcess',
  decision: 'table.toDecision',
} as const satisfies Readonly<Record<SymbolKind, string>>;

/** The letter that does the same in the cell. */
function toKey(kind: SymbolKind): string {
  const [key = ''] = getCommand(tableCommands, commandIds[kind]).keys ?? [];
  return key.toUpperCase();
}

const shapes: Readonly<Record<SymbolKind, string>> = {
  terminator: 'M9 3.5h12a5.5 5.5 0 0 1 0 11H9a5.5 5.5 0 0 1 0-11z',
  process: 'M4 3.5h22v11H4z',
  decision: 'M15 1.5 28 9 15 16.5 2 9z',
};
