import { generate } from 'lean-qr';
import { useMemo } from 'react';

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Free modules around a code, without which cameras miss it. */
const quietModules = 4;

/** The text as a QR code, drawn here: black on white in any theme, as cameras want it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { path, size } = useMemo(() => toPath(text), [text]);
  const side = size + 2 * quietModules;
  return (
    <svg
      className="qrCode"
      role="img"
      aria-label={label}
      viewBox={`${-quietModules} ${-quietModules} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quietModules} y={-quietModules} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function toPath(text: string): { readonly path: string; readonly size: number } {
  const code = generate(text);
  const parts: string[] = [];
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) parts.push(`M${x} ${y}h1v1h-1z`);
  return { path: parts.join(''), size: code.size };
}
