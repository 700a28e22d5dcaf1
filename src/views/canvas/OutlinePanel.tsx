import { ActionIcon } from '@mantine/core';
import {
  IconCapsuleHorizontal,
  IconRectangle,
  IconSquareRotated,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listSymbolNames, type SymbolName } from '#core/model/stepNames.ts';
import { useProcedure } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import { useCanvas } from './canvasContext.ts';
import { useIsSelected } from './useIsSelected.ts';
import './OutlinePanel.css';

const icons = {
  terminator: IconCapsuleHorizontal,
  process: IconRectangle,
  decision: IconSquareRotated,
} as const;

/** A long procedure at a glance: pressing a step goes there. */
export function OutlinePanel() {
  const { t } = useTranslation('canvas');
  const { state } = useCanvas();
  const procedure = useProcedure((whole) => whole);
  const names = useMemo(() => listSymbolNames(procedure), [procedure]);
  const ref = useRef<HTMLElement>(null);
  const close = () => state.set({ isOutlineShown: false });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    // The canvas below has other plans for these keys.
    event.stopPropagation();
    if (event.key === 'Escape') close();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !ref.current) return;
    event.preventDefault();
    const items = [...ref.current.querySelectorAll<HTMLElement>('.canvasOutlineItem')];
    const index = items.findIndex((item) => item.matches(':focus'));
    items[Math.max(0, Math.min(items.length - 1, index + by))]?.focus();
  };
  return (
    <nav
      ref={ref}
      className="canvasOutline canvasPanel canvasWidget nopan nowheel"
      aria-label={t('outline')}
      onKeyDown={press}
    >
      <div className="canvasOutlineHead">
        <strong>{t('outline')}</strong>
        <ActionIcon
          className="canvasTool"
          variant="subtle"
          color="gray"
          aria-label={t('closeOutline')}
          onClick={close}
        >
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      <ol>
        {names.map((name) => (
          <OutlineItem key={name.symbol ?? name.step} name={name} />
        ))}
      </ol>
    </nav>
  );
}

function OutlineItem({
  name: { step, symbol, kind, number, text, actor },
}: {
  readonly name: SymbolName;
}) {
  const { t } = useTranslation('canvas');
  const { commands, state } = useCanvas();
  const selected: Selected = symbol ? { kind: 'symbol', id: symbol } : { kind: 'step', id: step };
  const isSelected = useIsSelected(selected.kind, selected.id);
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const Icon = icons[kind ?? 'process'];
  return (
    <li>
      <button
        ref={ref}
        type="button"
        className="canvasOutlineItem"
        aria-current={isSelected}
        onClick={() => {
          commands.select(selected);
          // On a phone the list covers what it leads to.
          if (matchMedia('(max-width: 700px)').matches) state.set({ isOutlineShown: false });
        }}
      >
        <span className="canvasOutlineNumber">{number}</span>
        <Icon size={15} stroke={1.7} aria-hidden="true" />
        <span className="canvasOutlineText">
          {text || t('name.noText')}
          {actor && <small>{actor}</small>}
        </span>
      </button>
    </li>
  );
}
