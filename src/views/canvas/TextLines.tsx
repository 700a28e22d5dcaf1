import type { TextLine } from '#core/layout/geometry.ts';

interface TextLinesProps {
  readonly lines: readonly TextLine[];
}

/** Wrapped text exactly as the layout measured it. */
export function TextLines({ lines }: TextLinesProps) {
  return lines.map((line) => (
    <text
      key={`${line.x} ${line.y}`}
      x={line.x}
      y={line.y}
      fontSize={line.size}
      fontWeight={line.weight === 'bold' ? 700 : 400}
      textAnchor={line.anchor}
    >
      {line.text}
    </text>
  ));
}
