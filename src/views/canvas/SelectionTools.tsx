import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsExchange,
  IconCapsuleHorizontal,
  IconPencil,
  IconPlus,
  IconRectangle,
  IconSquareRotated,
  IconTrash,
} from '@tabler/icons-react';
import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connector, SymbolBox } from '#core/layout/geometry.ts';
import type { SymbolKind } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure, useSelection } from '#session/react/hooks.ts';
import { useCanvas, useCanvasUi, useSheet } from './canvasContext.ts';
import { findFreeExits } from './exitLabels.ts';
import { toMiddle } from './paths.ts';

const kinds = [
  { kind: 'terminator', Icon: IconCapsuleHorizontal },
  { kind: 'process', Icon: IconRectangle },
  { kind: 'decision', Icon: IconSquareRotated },
] as const satisfies readonly { kind: SymbolKind; Icon: typeof IconPlus }[];

/** What can be done with what is selected, right beside it. */
export function SelectionTools() {
  const canEdit = useCanEdit();
  const selection = useSelection();
  const selected = selection.at(-1);
  const isBusy = useCanvasUi(({ gesture, editing, menu }) => Boolean(gesture || editing || menu));
  const box = useSheet(({ symbols }) => symbols.get(selected?.id ?? ''));
  const connector = useSheet(({ connectors }) => connectors.get(selected?.id ?? ''));
  if (!canEdit || isBusy || !selected) return null;
  if (selected.kind === 'symbol' && box)
    return <SymbolTools box={box} isAlone={selection.length === 1} />;
  return selected.kind === 'flow' && connector ? <FlowTools connector={connector} /> : null;
}

interface SymbolToolsProps {
  readonly box: SymbolBox;
  /** Nothing else is selected. */
  readonly isAlone: boolean;
}

function SymbolTools({ box, isAlone }: SymbolToolsProps) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const headHeight = useSheet(({ layout }) => layout.headHeight);
  // Right below the lane heads there is no room above the symbol.
  const isBelow = useStore(
    ({ transform: [, y, zoom] }) => box.y * zoom + y < Math.max(y, 0) + headHeight * zoom + 54,
  );
  const right = { x: box.x + box.width, y: box.y + box.height / 2 };
  const above = { x: box.x + box.width / 2, y: box.y };
  return (
    <>
      <Floating at={isBelow ? right : above} shift={isBelow ? 'right' : 'above'}>
        <div className="canvasTools nopan" role="toolbar" aria-label={t('symbolTools')}>
          {kinds.map(({ kind: option, Icon }) => (
            <Tool
              key={option}
              label={t(`toKind.${option}`)}
              isOn={option === box.kind}
              onClick={() => commands.setKind(option)}
            >
              <Icon size={17} stroke={1.7} />
            </Tool>
          ))}
          <span className="canvasToolsRule" />
          {isAlone && (
            <Tool label={t('editText')} onClick={() => commands.editSelected()}>
              <IconPencil size={17} stroke={1.7} />
            </Tool>
          )}
          <Tool label={t('remove')} onClick={() => commands.removeSelected()}>
            <IconTrash size={17} stroke={1.7} />
          </Tool>
        </div>
      </Floating>
      {isAlone && <QuickAdd box={box} />}
    </>
  );
}

/** Makes the next symbol: one button, or one for each exit that a decision still lacks. */
function QuickAdd({ box }: { readonly box: SymbolBox }) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const free = useProcedure((procedure) => findFreeExits(procedure, box.symbol).join('|'));
  const exits = free ? free.split('|') : [];
  const at = { x: box.x + box.width / 2, y: box.y + box.height };
  return (
    <Floating at={at} shift="below">
      <div className="canvasQuickAdd canvasWidget nopan">
        {box.kind === 'decision' && exits.length > 0 ? (
          exits.map((label) => (
            <button
              key={label}
              type="button"
              className="canvasExit"
              aria-label={t('addExit', { label })}
              onClick={() => commands.addExit(box.symbol, label)}
            >
              <IconPlus size={12} stroke={2.4} />
              {label}
            </button>
          ))
        ) : (
          <Tooltip label={t('addNext')} withinPortal>
            <button
              type="button"
              className="canvasPlus"
              aria-label={t('addNext')}
              onClick={() => commands.addNextStep()}
            >
              <IconPlus size={15} stroke={2.2} />
            </button>
          </Tooltip>
        )}
      </div>
    </Floating>
  );
}

function FlowTools({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const { flow, points } = connector;
  const [x, y] = toMiddle(points);
  // Beside a line that runs down, so that its label and the symbols at its ends stay in view.
  const isDown = points.some(([nextX], index) => nextX === x && points[index - 1]?.[0] === x);
  return (
    <Floating at={{ x, y }} shift={isDown ? 'beside' : 'above'}>
      <div className="canvasTools nopan" role="toolbar" aria-label={t('flowTools')}>
        <Tool label={t('editLabel')} onClick={() => commands.editSelected()}>
          <IconPencil size={17} stroke={1.7} />
        </Tool>
        <Tool label={t('reverse')} onClick={() => commands.reverse(flow)}>
          <IconArrowsExchange size={17} stroke={1.7} />
        </Tool>
        <Tool label={t('remove')} onClick={() => commands.removeSelected()}>
          <IconTrash size={17} stroke={1.7} />
        </Tool>
      </div>
    </Floating>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isOn, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} withinPortal>
      <ActionIcon
        className="canvasTool"
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

const shifts = {
  above: 'translate(-50%, calc(-100% - 8px))',
  below: 'translate(-50%, 13px)',
  right: 'translate(18px, -50%)',
  beside: 'translate(44px, -50%)',
} as const;

interface FloatingProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly shift: keyof typeof shifts;
  readonly children: ReactNode;
}

/** Keeps its size on the screen however the sheet is zoomed. */
function Floating({ at, shift, children }: FloatingProps) {
  const zoom = useStore(({ transform }) => transform[2]);
  return (
    <div
      className="canvasFloating"
      style={{
        left: at.x,
        top: at.y,
        transform: `scale(${1 / zoom}) ${shifts[shift]}`,
      }}
    >
      {children}
    </div>
  );
}
