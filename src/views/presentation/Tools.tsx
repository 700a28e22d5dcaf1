import {
  IconArrowLeft,
  IconArrowRight,
  IconCircleDotted,
  IconKeyboard,
  IconLayoutGrid,
  IconMaximize,
  IconNotes,
  IconPlayerPause,
  IconPointer,
  IconSchema,
  IconTable,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '#ui/Tooltip.tsx';
import type { KeyAction } from './presentationKeys.ts';
import { zoomStep } from './presentationKeys.ts';
import './Tools.css';

export interface ToolsProps {
  readonly seat: 'presenter' | 'follower';
  /** The actions that are on now. */
  readonly isOn: (action: KeyAction) => boolean;
  /** Whether there is a sheet to zoom. */
  readonly hasSheet: boolean;
  readonly hasNotes: boolean;
  readonly hasFullscreen: boolean;
  onAct(action: KeyAction): void;
  readonly onClose?: (() => void) | undefined;
  /** Stands at the side: whom one follows. */
  readonly children?: ReactNode;
}

/** Everything that keys do, for the mouse and the finger. */
export function Tools(props: ToolsProps) {
  const { t } = useTranslation('presentation');
  const { seat, hasSheet, hasNotes, hasFullscreen, onClose, children } = props;
  const isPresenter = seat === 'presenter';
  const tool = (name: ToolName, Icon: Icon, action: KeyAction) => (
    <Tool name={t(`tool.${name}`)} Icon={Icon} action={action} tools={props} />
  );
  return (
    <footer className="presentTools" data-seat={seat}>
      {children}
      <div className="presentToolRow" role="toolbar" aria-label={t('tools')}>
        {tool('back', IconArrowLeft, { type: 'back' })}
        {tool('next', IconArrowRight, { type: 'next' })}
        <span className="presentGap" />
        {tool('overview', IconLayoutGrid, { type: 'toggleMode', mode: 'overview' })}
        {tool('canvas', IconSchema, { type: 'toggleMode', mode: 'canvas' })}
        {tool('table', IconTable, { type: 'toggleMode', mode: 'table' })}
        <span className="presentGap" />
        {hasSheet && tool('zoomOut', IconZoomOut, { type: 'zoom', factor: 1 / zoomStep })}
        {hasSheet && tool('zoomIn', IconZoomIn, { type: 'zoom', factor: zoomStep })}
        {isPresenter && (
          <>
            {tool('point', IconPointer, { type: 'pointer' })}
            {tool('spotlight', IconCircleDotted, { type: 'toggleSpotlight' })}
            {tool('black', IconPlayerPause, { type: 'toggleScreen', screen: 'black' })}
            <span className="presentGap" />
          </>
        )}
        {hasNotes && tool('notes', IconNotes, { type: 'notes' })}
        {hasFullscreen && tool('fullscreen', IconMaximize, { type: 'fullscreen' })}
        {tool('keys', IconKeyboard, { type: 'help' })}
        {onClose && (
          <Tooltip label={t('tool.close')}>
            <button
              type="button"
              className="presentTool"
              aria-label={t('tool.close')}
              onClick={onClose}
            >
              <IconX aria-hidden="true" />
            </button>
          </Tooltip>
        )}
      </div>
    </footer>
  );
}

type ToolName =
  | ('back' | 'next' | 'overview' | 'canvas' | 'table' | 'zoomIn' | 'zoomOut')
  | ('point' | 'spotlight' | 'black' | 'notes' | 'fullscreen' | 'keys');
type Icon = ComponentType<{ readonly 'aria-hidden'?: 'true' }>;

interface ToolProps {
  readonly name: string;
  readonly Icon: Icon;
  readonly action: KeyAction;
  readonly tools: ToolsProps;
}

function Tool({ name, Icon, action, tools }: ToolProps) {
  const isOn = tools.isOn(action);
  const isToggle = ['toggleMode', 'toggleSpotlight', 'pointer', 'toggleScreen'].includes(
    action.type,
  );
  return (
    <Tooltip label={name}>
      <button
        type="button"
        className="presentTool"
        data-tool={action.type}
        aria-label={name}
        aria-pressed={isToggle ? isOn : undefined}
        // The keys stay with the presentation.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => tools.onAct(action)}
      >
        <Icon aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
