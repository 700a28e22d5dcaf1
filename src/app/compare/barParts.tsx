import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '#ui/Tooltip.tsx';
import { stepZoom } from './compareLook.ts';

export interface ChangeMovesProps {
  /** Which of the shown lines is picked, from 0; -1 for none. */
  readonly at: number;
  readonly count: number;
  onMove(by: 1 | -1): void;
}

/** From one difference to the next. */
export function ChangeMoves({ at, count, onMove }: ChangeMovesProps) {
  const { t } = useTranslation('compare');
  return (
    <div className="compareMoves">
      <BarButton label={t('previous')} isOff={count === 0} onPress={() => onMove(-1)}>
        <IconArrowUp size={18} aria-hidden="true" />
      </BarButton>
      <BarButton label={t('next')} isOff={count === 0} onPress={() => onMove(1)}>
        <IconArrowDown size={18} aria-hidden="true" />
      </BarButton>
      <span className="compareAt" aria-live="polite">
        {at < 0 ? t('changes', { count }) : t('at', { number: at + 1, count })}
      </span>
    </div>
  );
}

export interface ZoomButtonsProps {
  /** 1 shows the pages as wide as their pane. */
  readonly zoom: number;
  onZoom(zoom: number): void;
}

/** Draws the pages smaller or larger. */
export function ZoomButtons({ zoom, onZoom }: ZoomButtonsProps) {
  const { t } = useTranslation('compare');
  return (
    <div className="compareZoom">
      <BarButton label={t('zoomOut')} onPress={() => onZoom(stepZoom(zoom, -1))}>
        <IconZoomOut size={18} aria-hidden="true" />
      </BarButton>
      <BarButton label={t('zoomIn')} onPress={() => onZoom(stepZoom(zoom, 1))}>
        <IconZoomIn size={18} aria-hidden="true" />
      </BarButton>
    </div>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly isOff?: boolean;
  readonly children: ReactNode;
  onPress(): void;
}

function BarButton({ label, isOff = false, children, onPress }: BarButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        disabled={isOff}
        onClick={onPress}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
