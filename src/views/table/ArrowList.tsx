import { ActionIcon } from '@mantine/core';
import { IconArrowsExchange, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findSymbol } from '#core/edit/find.ts';
import type { Flow, Procedure } from '#core/model/procedure.ts';
import { useDerived } from '#session/react/hooks.ts';
import { useTable } from './tableContext.ts';

interface Arrow {
  readonly flow: string;
  readonly direction: 'out' | 'in';
  readonly label: string;
  /** The step at its other end. */
  readonly number: number;
}

/** The arrows that leave and reach a symbol, each to be reversed or taken away. */
export function ArrowList({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const arrows = useDerived(toArrowsOf).get(symbol) ?? [];
  if (arrows.length === 0) return null;
  return (
    <ul className="cellPanelArrows" aria-label={t('panel.arrows')}>
      {arrows.map(({ flow, direction, label, number }) => {
        const name = t(`panel.arrow.${direction}`, { number, label }).trim();
        return (
          <li key={flow}>
            <span>{name}</span>
            <ActionIcon
              className="cellPanelTool"
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('panel.reverse', { name })}
              title={t('panel.reverse', { name })}
              onClick={() => chart.reverse(flow)}
            >
              <IconArrowsExchange size={15} stroke={1.7} />
            </ActionIcon>
            <ActionIcon
              className="cellPanelTool"
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('panel.removeArrow', { name })}
              title={t('panel.removeArrow', { name })}
              onClick={() => chart.removeFlow(flow)}
            >
              <IconX size={15} stroke={1.7} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

/** The arrows of every symbol: those that leave it first. */
function toArrowsOf(procedure: Procedure): ReadonlyMap<string, readonly Arrow[]> {
  const all = new Map<string, readonly Arrow[]>();
  const add = (symbol: string, other: string, flow: Flow, direction: Arrow['direction']) => {
    const number = (findSymbol(procedure, other)?.row ?? -1) + 1;
    const arrow = { flow: flow.id, direction, label: flow.label ?? '', number };
    all.set(symbol, [...(all.get(symbol) ?? []), arrow]);
  };
  for (const flow of procedure.flows) add(flow.from, flow.to, flow, 'out');
  for (const flow of procedure.flows) add(flow.to, flow.from, flow, 'in');
  return all;
}
