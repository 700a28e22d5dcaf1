import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowAutofitWidth,
  IconCheck,
  IconCopy,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutWarning } from '#core/layout/geometry.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { LayoutNotes } from './LayoutNotes.tsx';
import { pxPerPt, stepZoom, type Zoom } from './placement.ts';
import { settingsButtonId, settingsPanelId } from './SettingsPlace.tsx';
import { useTable, useTableUi } from './tableContext.ts';

interface TableBarProps {
  /** CSS px a pt, as drawn. */
  readonly scale: number;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly warnings: readonly LayoutWarning[];
  /** Takes the page as a picture, where that is offered. */
  readonly onCopy: (() => void) | undefined;
}

const zoomChoices = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The tools at the bottom: the page and the zoom. */
export function TableBar({ scale, pageNumber, pageCount, warnings, onCopy }: TableBarProps) {
  const { t } = useTranslation('table');
  const canEdit = useCanEdit();
  return (
    <div className="tableBar">
      <div className="tablePanel">
        <span className="tablePageNumber">
          <span className="tablePageWords">
            {t('page', { number: pageNumber, count: pageCount })}
          </span>
          <span className="tablePageShort" aria-hidden="true">
            {pageNumber}/{pageCount}
          </span>
        </span>
        {warnings.length > 0 && <LayoutNotes warnings={warnings} />}
        {onCopy && (
          <Tool label={t('copyPage')} className="tableCopy" onClick={onCopy}>
            <IconCopy size={17} stroke={1.7} />
          </Tool>
        )}
        <span className="tableRule" />
        <ZoomTools scale={scale} />
        {canEdit && <SettingsButton />}
      </div>
    </div>
  );
}

function ZoomTools({ scale }: Pick<TableBarProps, 'scale'>) {
  const { t, i18n } = useTranslation('table');
  const { state } = useTable();
  const zoom = useTableUi((ui) => ui.zoom);
  const shown = scale / pxPerPt;
  const format = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const setZoom = (next: Zoom) => state.set({ zoom: next });
  return (
    <div className="tableZoom" role="toolbar" aria-label={t('zoom.tools')}>
      <Tool label={t('zoom.out')} onClick={() => setZoom(stepZoom(shown, -1))}>
        <IconMinus size={17} stroke={1.8} />
      </Tool>
      <Menu position="top">
        <Menu.Target>
          <button
            type="button"
            className="tablePercent"
            aria-label={t('zoom.choose', { percent: format.format(shown) })}
          >
            {format.format(shown)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {zoomChoices.map((choice) => (
            <Menu.Item
              key={choice}
              rightSection={zoom === choice && <IconCheck size={14} aria-hidden="true" />}
              onClick={() => setZoom(choice)}
            >
              {format.format(choice)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tool label={t('zoom.in')} onClick={() => setZoom(stepZoom(shown, 1))}>
        <IconPlus size={17} stroke={1.8} />
      </Tool>
      <span className="tableRule" />
      <Tool label={t('zoom.fit')} isOn={zoom === 'fit'} onClick={() => setZoom('fit')}>
        <IconArrowAutofitWidth size={18} stroke={1.7} />
      </Tool>
    </div>
  );
}

function SettingsButton() {
  const { t } = useTranslation('printing');
  const { state } = useTable();
  const isOpen = useTableUi((ui) => ui.isSettingsOpen);
  return (
    <>
      <span className="tableRule" />
      <Button
        id={settingsButtonId}
        size="compact-sm"
        variant={isOpen ? 'light' : 'subtle'}
        color={isOpen ? 'ink' : 'gray'}
        className="tableSettingsButton"
        leftSection={<IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden="true" />}
        aria-label={t('title')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? settingsPanelId : undefined}
        onClick={() => state.set({ isSettingsOpen: !isOpen })}
      >
        <span>{t('title')}</span>
      </Button>
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly className?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isOn, className, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={32}
        className={className}
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'ink' : 'gray'}
        aria-label={label}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
