import { memo } from 'react';
import { useCanEdit } from '#session/react/hooks.ts';
import { useSheet } from './canvasContext.ts';
import { toSymbolPath } from './paths.ts';
import { TextLines } from './TextLines.tsx';
import { useIsSelected } from './useIsSelected.ts';
import { useSymbolName } from './useSymbolName.ts';

/** Every symbol as one group of one drawing: no wrapper element a symbol, so panning stays cheap. */
export function SymbolLayer() {
  const ids = useSheet(({ symbolIds }) => symbolIds);
  return (
    <g className="canvasSymbols">
      {ids.map((id) => (
        <SymbolShape key={id} id={id} />
      ))}
    </g>
  );
}

const SymbolShape = memo(function SymbolShape({ id }: { readonly id: string }) {
  const box = useSheet(({ symbols }) => symbols.get(id));
  const name = useSymbolName(id);
  const isSelected = useIsSelected('symbol', id);
  const canEdit = useCanEdit();
  if (!box) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG group can't be an HTML button.
    <g
      role="button"
      tabIndex={isSelected ? 0 : -1}
      aria-label={name}
      aria-pressed={isSelected}
      data-symbol={id}
      className={`canvasSymbol ${box.kind} nopan${canEdit ? ' movable' : ''}`}
    >
      <path className="canvasShape" d={toSymbolPath(box.kind, box)} />
      <TextLines lines={box.lines} />
    </g>
  );
});
