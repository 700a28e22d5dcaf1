import { ActionIcon, Button } from '@mantine/core';
import {
  IconColumnInsertRight,
  IconHandStop,
  IconListNumbers,
  IconMap,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconPointer,
  IconWand,
} from '@tabler/icons-react';
import { useReactFlow, useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { useCanvas, useCanvasUi } from './canvasContext.ts';
import { useIsMinimapShown } from './useIsMinimapShown.ts';

interface CanvasToolbarProps {
  readonly onFit: () => void;
}

/** The tools at the bottom: pointer or hand, the next step, and the view. */
export function CanvasToolbar({ onFit }: CanvasToolbarProps) {
  const { t } = useTranslation('canvas');
  const { state, commands } = useCanvas();
  const canEdit = useCanEdit();
  const tool = useCanvasUi((ui) => ui.tool);
  const isAnyRouted = useProcedure(({ flows }) => flows.some(({ route }) => route));
  return (
    <div className="canvasBar">
      {canEdit && (
        <div className="canvasPanel" role="toolbar" aria-label={t('tools')}>
          <BarTool
            label={t('selectTool')}
            isOn={tool === 'select'}
            onClick={() => state.set({ tool: 'select' })}
          >
            <IconPointer size={18} stroke={1.7} />
          </BarTool>
          <BarTool
            label={t('handTool')}
            isOn={tool === 'hand'}
            onClick={() => state.set({ tool: 'hand' })}
          >
            <IconHandStop size={18} stroke={1.7} />
          </BarTool>
          <span className="canvasToolsRule" />
          <Button
            size="sm"
            className="canvasAddStep"
            px={12}
            leftSection={<IconPlus size={16} stroke={2} />}
            onClick={() => commands.addNextStep()}
          >
            {t('addStep')}
          </Button>
          <BarTool
            label={t('addActor')}
            tour="addActor"
            onClick={() => commands.addActorByName({ at: 'end' })}
          >
            <IconColumnInsertRight size={18} stroke={1.7} />
          </BarTool>
          <BarTool
            label={t('route.tidyAll')}
            isDisabled={!isAnyRouted}
            onClick={() => commands.tidy()}
          >
            <IconWand size={18} stroke={1.7} />
          </BarTool>
        </div>
      )}
      <ViewTools onFit={onFit} />
    </div>
  );
}

function ViewTools({ onFit }: CanvasToolbarProps) {
  const { t } = useTranslation('canvas');
  const { state } = useCanvas();
  const flow = useReactFlow();
  const isMinimapShown = useIsMinimapShown();
  const isOutlineShown = useCanvasUi((ui) => ui.isOutlineShown);
  return (
    <div className="canvasPanel" role="toolbar" aria-label={t('view')}>
      <BarTool label={t('zoomOut')} onClick={() => void flow.zoomOut({ duration: 120 })}>
        <IconMinus size={17} stroke={1.8} />
      </BarTool>
      <Tooltip label={t('zoomReset')}>
        <button
          type="button"
          className="canvasZoom"
          aria-label={t('zoomReset')}
          onClick={() => void flow.zoomTo(1, { duration: 120 })}
        >
          <ZoomPercent />
        </button>
      </Tooltip>
      <BarTool label={t('zoomIn')} onClick={() => void flow.zoomIn({ duration: 120 })}>
        <IconPlus size={17} stroke={1.8} />
      </BarTool>
      <span className="canvasToolsRule" />
      <BarTool label={t('fit')} onClick={onFit}>
        <IconMaximize size={17} stroke={1.7} />
      </BarTool>
      <BarTool
        label={t('outline')}
        isOn={isOutlineShown}
        onClick={() => state.set({ isOutlineShown: !isOutlineShown })}
      >
        <IconListNumbers size={17} stroke={1.7} />
      </BarTool>
      <BarTool
        label={t('minimap')}
        isOn={isMinimapShown}
        onClick={() => state.set({ isMinimapShown: !isMinimapShown })}
      >
        <IconMap size={17} stroke={1.7} />
      </BarTool>
    </div>
  );
}

/** Alone, so that zooming redraws nothing else of the bar. */
function ZoomPercent() {
  const { i18n } = useTranslation('canvas');
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(percent / 100);
}

interface BarToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  /** The step of the tour that points at it. */
  readonly tour?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function BarTool({ label, isOn, isDisabled = false, tour, onClick, children }: BarToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={32}
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'ink' : 'gray'}
        aria-label={label}
        disabled={isDisabled}
        data-tour={tour}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
