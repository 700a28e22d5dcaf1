import { ActionIcon } from '@mantine/core';
import { IconArrowsExchange, IconRoute, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findSymbol } from '#core/edit/find.ts';
import type { Flow, Procedure } from '#core/model/procedure.ts';
import { useDerived, useProcedure } from '#session/react/hooks.ts';
import { RouteFields } from '#ui/route/RouteFields.tsx';
import type { PageModel } from './pageModel.ts';
import { findBrokenOnPages } from './routeOnPages.ts';
import { useTable } from './tableContext.ts';

interface Arrow {
  readonly flow: Flow;
  readonly direction: 'out' | 'in';
  readonly label: string;
  /** The step at its other end. */
  readonly number: number;
}

interface ArrowListProps {
  readonly symbol: string;
  readonly pages: readonly PageModel[];
  /** The keyboard goes to the ways of the first arrow. */
  readonly wantsRoute: boolean;
}

/** The arrows that leave and reach a symbol, each to be led another way, reversed or taken away. */
export function ArrowList({ symbol, pages, wantsRoute }: ArrowListProps) {
  const { t } = useTranslation('table');
  const arrows = useDerived(toArrowsOf).get(symbol) ?? [];
  const [opened, setOpened] = useState(wantsRoute ? arrows[0]?.flow.id : undefined);
  if (arrows.length === 0) return null;
  return (
    <ul className="cellPanelArrows" aria-label={t('panel.arrows')}>
      {arrows.map((arrow) => {
        const { id } = arrow.flow;
        const isOpen = id === opened;
        return (
          <ArrowItem
            key={id}
            arrow={arrow}
            isOpen={isOpen}
            onToggle={() => setOpened(isOpen ? undefined : id)}
          >
            <ArrowRoute flow={arrow.flow} pages={pages} wantsKeyboard={wantsRoute} />
          </ArrowItem>
        );
      })}
    </ul>
  );
}

interface ArrowItemProps {
  readonly arrow: Arrow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Its ways, shown when it is open. */
  readonly children: ReactNode;
}

function ArrowItem({ arrow, isOpen, onToggle, children }: ArrowItemProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const id = useId();
  const { flow, direction, number, label } = arrow;
  const name = t(`panel.arrow.${direction}`, { number, label }).trim();
  return (
    <li>
      <div className="cellPanelArrow">
        <span>{name}</span>
        <ArrowTool
          label={t('panel.route', { name })}
          isOn={isOpen}
          controls={id}
          onClick={onToggle}
          isMarked={flow.route !== undefined}
        >
          <IconRoute size={15} stroke={1.7} />
        </ArrowTool>
        <ArrowTool label={t('panel.reverse', { name })} onClick={() => chart.reverse(flow.id)}>
          <IconArrowsExchange size={15} stroke={1.7} />
        </ArrowTool>
        <ArrowTool
          label={t('panel.removeArrow', { name })}
          onClick={() => chart.removeFlow(flow.id)}
        >
          <IconX size={15} stroke={1.7} />
        </ArrowTool>
      </div>
      {isOpen && <div id={id}>{children}</div>}
    </li>
  );
}

interface ArrowToolProps {
  readonly label: string;
  /** Of a button that opens something: whether that is open, and its id. */
  readonly isOn?: boolean;
  readonly controls?: string;
  /** Something differs from what the drawing would do by itself. */
  readonly isMarked?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ArrowTool({ label, isOn, controls, isMarked, onClick, children }: ArrowToolProps) {
  return (
    <ActionIcon
      className="cellPanelTool"
      variant={isOn || isMarked ? 'light' : 'subtle'}
      color={isOn || isMarked ? 'ink' : 'gray'}
      size={26}
      aria-label={label}
      title={label}
      {...(isOn !== undefined && {
        'aria-expanded': isOn,
        'aria-controls': isOn ? controls : undefined,
      })}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

interface ArrowRouteProps extends Pick<ArrowListProps, 'pages'> {
  readonly flow: Flow;
  readonly wantsKeyboard: boolean;
}

/** Which way an arrow is led; what the pages cannot do is said. */
function ArrowRoute({ flow, pages, wantsKeyboard }: ArrowRouteProps) {
  const { t } = useTranslation('canvas');
  const { chart } = useTable();
  const actors = useProcedure((procedure) => procedure.actors);
  const ref = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (wantsKeyboard) ref.current?.querySelector<HTMLElement>('input:checked')?.focus();
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, [wantsKeyboard]);
  return (
    <fieldset ref={ref} className="cellPanelRoute" aria-label={t('route.title')}>
      <RouteFields
        wish={flow.route}
        lanes={actors.map(({ id, name }) => ({ id, name: name || t('unnamedActor') }))}
        hasLabel={Boolean(flow.label)}
        broken={findBrokenOnPages(flow, pages)}
        onChange={(wish) => chart.setRoute(flow.id, wish)}
      />
    </fieldset>
  );
}

/** The arrows of every symbol: those that leave it first. */
function toArrowsOf(procedure: Procedure): ReadonlyMap<string, readonly Arrow[]> {
  const all = new Map<string, readonly Arrow[]>();
  const add = (symbol: string, other: string, flow: Flow, direction: Arrow['direction']) => {
    const number = (findSymbol(procedure, other)?.row ?? -1) + 1;
    const arrow = { flow, direction, label: flow.label ?? '', number };
    all.set(symbol, [...(all.get(symbol) ?? []), arrow]);
  };
  for (const flow of procedure.flows) add(flow.from, flow.to, flow, 'out');
  for (const flow of procedure.flows) add(flow.to, flow.from, flow, 'in');
  return all;
}
