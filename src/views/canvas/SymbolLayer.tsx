import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasLayout, SymbolBox } from '#core/layout/geometry.ts';
import { useCanEdit, useDerived } from '#session/react/hooks.ts';
import { toSymbolPath } from './paths.ts';
import { isSameSymbol } from './sameBox.ts';
import { toSymbolFacts } from './symbolFacts.ts';
import { TextLines } from './TextLines.tsx';
import { useIsSelected } from './useIsSelected.ts';
import { useSymbolName } from './useSymbolName.ts';

interface SymbolLayerProps {
  readonly layout: CanvasLayout;
}

/** Every symbol as one group of one drawing: no wrapper element a symbol, so panning stays cheap. */
export function SymbolLayer({ layout }: SymbolLayerProps) {
  const facts = useDerived(toSymbolFacts);
  const toName = useSymbolName();
  return (
    <g className="canvasSymbols">
      {layout.symbols.map((box) => (
        <SymbolShape key={box.symbol} box={box} name={toName(facts.get(box.symbol))} />
      ))}
    </g>
  );
}

interface SymbolShapeProps {
  readonly box: SymbolBox;
  readonly name: string;
}

const SymbolShape = memo(
  function SymbolShape({ box, name }: SymbolShapeProps) {
    const { t } = useTranslation('canvas');
    const isSelected = useIsSelected('symbol', box.symbol);
    const canEdit = useCanEdit();
    return (
      // biome-ignore lint/a11y/useSemanticElements: an SVG group can't be an HTML button.
      <g
        role="button"
        tabIndex={isSelected ? 0 : -1}
        aria-label={name}
        aria-pressed={isSelected}
        aria-roledescription={t('symbol')}
        data-symbol={box.symbol}
        className={`canvasSymbol ${box.kind} nopan${canEdit ? ' movable' : ''}`}
      >
        <path className="canvasShape" d={toSymbolPath(box.kind, box)} />
        <TextLines lines={box.lines} />
      </g>
    );
  },
  (a, b) => a.name === b.name && isSameSymbol(a.box, b.box),
);
