import {
  IconCapsuleHorizontal,
  IconPencil,
  IconPlus,
  IconRectangle,
  IconSquareRotated,
  IconTrash,
} from '@tabler/icons-react';
import { useStore } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { findFreeExits } from '#core/edit/suggestLabel.ts';
import type { SymbolBox } from '#core/layout/geometry.ts';
import type { SymbolKind } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure, useSelection } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { useCanvas, useCanvasUi, useSheet } from './canvasContext.ts';
import { Floating } from './Floating.tsx';
import { FlowTools } from './FlowTools.tsx';
import { Tool } from './Tool.tsx';

const kinds = [
  { kind: 'terminator', Icon: IconCapsuleHorizontal },
  { kind: 'process', Icon: IconRectangle },
  { kind: 'decision', Icon: IconSquareRotated },
] as const satisfies readonly { kind: SymbolKind; Icon: typeof IconPlus }[];

/** What usually follows, the likeliest in the middle; the others show when the pointer is near. */
const nextKinds = [
  { kind: 'decision', label: 'addDecision', Icon: IconSquareRotated },
  { kind: 'process', label: 'addNext', Icon: IconPlus },
  { kind: 'terminator', label: 'addTerminator', Icon: IconCapsuleHorizontal },
] as const satisfies readonly { kind: SymbolKind; label: string; Icon: typeof IconPlus }[];

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

/** What the tools take right of a symbol, for a finger, in px. */
const toolsPx = 280;

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
  const isNarrow = useStore(
    ({ transform: [x, , zoom], width }) => (box.x + box.width) * zoom + x + toolsPx > width,
  );
  const place = isBelow ? (isNarrow ? 'lower' : 'right') : 'above';
  const middle = box.x + box.width / 2;
  const places = {
    above: { x: middle, y: box.y },
    right: { x: box.x + box.width, y: box.y + box.height / 2 },
    lower: { x: middle, y: box.y + box.height },
  };
  return (
    <>
      <Floating at={places[place]} shift={place}>
        <div className="canvasTools nopan" role="toolbar" aria-label={t('symbolTools')}>
          {kinds.map(({ kind: option, Icon }) => (
            <Tool
              key={option}
              label={t(`toKind.${option}`)}
              isOn={option === box.kind}
              tour={option === 'decision' ? 'decide' : undefined}
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
        {box.kind === 'decision' && exits.length > 0
          ? exits.map((label) => (
              <button
                key={label}
                type="button"
                className="canvasExit"
                aria-label={t('addExit', { label })}
                data-handle={box.symbol}
                data-handle-label={label}
                onClick={() => commands.addExit(box.symbol, label)}
              >
                <IconPlus size={12} stroke={2.4} />
                {label}
              </button>
            ))
          : nextKinds.map(({ kind, label, Icon }) => (
              <Tooltip key={kind} label={t(label)}>
                <button
                  type="button"
                  className={kind === 'process' ? 'canvasPlus' : 'canvasPlus other'}
                  aria-label={t(label)}
                  data-handle={box.symbol}
                  data-handle-kind={kind}
                  data-tour={kind === 'process' ? 'write' : undefined}
                  onClick={() => commands.addNextStep(kind)}
                >
                  <Icon size={15} stroke={2.2} />
                </button>
              </Tooltip>
            ))}
      </div>
    </Floating>
  );
}
