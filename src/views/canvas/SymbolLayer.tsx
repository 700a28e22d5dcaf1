import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '#session/react/hooks.ts';
import { useSheet } from './canvasContext.ts';
import { inChunks } from './inChunks.ts';
import { toSymbolPath } from './paths.ts';
import { countQuestionLines } from './questionLines.ts';
import { type CanvasTranslator, toSymbolName, toWholeText } from './symbolName.ts';
import { TextLines } from './TextLines.tsx';
import { useIsSelected } from './useIsSelected.ts';

/** Every symbol as one group of one drawing: no wrapper element a symbol, so panning stays cheap. */
export function SymbolLayer() {
  const { t } = useTranslation('canvas');
  const canEdit = useCanEdit();
  const ids = useSheet(({ symbolIds }) => symbolIds);
  const chunks = useMemo(() => inChunks(ids), [ids]);
  return (
    <g className={canEdit ? 'canvasSymbols movable' : 'canvasSymbols'}>
      {chunks.map((chunk) => (
        <SymbolChunk key={chunk[0]} ids={chunk} t={t} />
      ))}
    </g>
  );
}

interface SymbolChunkProps {
  readonly ids: readonly string[];
  readonly t: CanvasTranslator;
}

const SymbolChunk = memo(function SymbolChunk({ ids, t }: SymbolChunkProps) {
  return ids.map((id) => <SymbolShape key={id} id={id} t={t} />);
});

interface SymbolShapeProps {
  readonly id: string;
  readonly t: CanvasTranslator;
}

const SymbolShape = memo(function SymbolShape({ id, t }: SymbolShapeProps) {
  const box = useSheet(({ symbols }) => symbols.get(id));
  const facts = useSheet(({ symbolFacts }) => symbolFacts.get(id));
  const isSelected = useIsSelected('symbol', id);
  if (!box || !facts) return null;
  const { kind, text = '' } = facts.symbol;
  const questionLines = kind === 'decision' ? countQuestionLines(box.lines, text) : 0;
  return (
    // A finger moves a selected symbol; on any other it moves the view, as two fingers do.
    // biome-ignore lint/a11y/useSemanticElements: an SVG group can't be an HTML button.
    <g
      role="button"
      tabIndex={isSelected ? 0 : -1}
      aria-label={toSymbolName(facts, t)}
      aria-pressed={isSelected}
      data-symbol={id}
      className={`canvasSymbol ${box.kind}${isSelected ? ' nopan' : ''}`}
    >
      {box.isShortened && <title>{toWholeText(facts)}</title>}
      <path className="canvasShape" d={toSymbolPath(box.kind, box)} />
      <TextLines lines={box.lines} questionLines={questionLines} />
    </g>
  );
});
