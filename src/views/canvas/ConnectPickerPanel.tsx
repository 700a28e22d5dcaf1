import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listSymbolNames } from '#core/model/stepNames.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { Finder } from '#ui/finder/Finder.tsx';
import type { TypedAhead } from '#ui/finder/HeldKeys.tsx';
import { useCanvas } from './canvasContext.ts';

export interface ConnectPickerPanelProps {
  readonly from: string;
  readonly typed: TypedAhead;
}

export function ConnectPickerPanel({ from, typed }: ConnectPickerPanelProps) {
  const { t } = useTranslation('commands');
  const { commands, state } = useCanvas();
  const procedure = useProcedure((whole) => whole);
  const entries = useMemo(
    () =>
      listSymbolNames(procedure).flatMap(({ symbol, number, text, actor }) =>
        symbol === undefined || symbol === from
          ? []
          : [{ id: symbol, number, label: text || t('noText'), detail: actor }],
      ),
    [procedure, from, t],
  );
  return (
    <Finder
      label={t('connectToLabel')}
      emptyText={t('nothingFound')}
      groups={[{ entries }]}
      typedAhead={typed}
      onPick={({ id }) => commands.connectTo(from, id)}
      onClose={() => state.set({ connectingFrom: null })}
    />
  );
}
