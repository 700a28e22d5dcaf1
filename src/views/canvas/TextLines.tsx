import type { TextLine } from '#core/layout/geometry.ts';

interface TextLinesProps {
  readonly lines: readonly TextLine[];
  /** So many of them, from the end, are a decision's question. */
  readonly questionLines?: number;
}

/** Wrapped text exactly as the layout measured it. */
export function TextLines({ lines, questionLines = 0 }: TextLinesProps) {
  return lines.map((line, index) => (
    <text
      key={`${line.x} ${line.y}`}
      className={index >= lines.length - questionLines ? 'canvasQuestionText' : undefined}
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
