import type { Connector, SymbolBox, TextLine } from '#core/layout/geometry.ts';

/** Whether two layouts put a symbol in the same place with the same text. */
export function isSameSymbol(a: SymbolBox, b: SymbolBox): boolean {
  return (
    a === b ||
    (a.symbol === b.symbol &&
      a.kind === b.kind &&
      a.x === b.x &&
      a.y === b.y &&
      a.width === b.width &&
      a.height === b.height &&
      a.lines.length === b.lines.length &&
      a.lines.every((line, index) => isSameLine(line, b.lines[index])))
  );
}

/** Whether two layouts draw a flow in the same way. */
export function isSameConnector(a: Connector, b: Connector): boolean {
  return (
    a === b ||
    (a.flow === b.flow &&
      a.head === b.head &&
      a.points.length === b.points.length &&
      a.points.every(([x, y], index) => x === b.points[index]?.[0] && y === b.points[index]?.[1]) &&
      a.label?.text === b.label?.text &&
      a.label?.x === b.label?.x &&
      a.label?.y === b.label?.y)
  );
}

function isSameLine(a: TextLine, b: TextLine | undefined): boolean {
  return b !== undefined && a.text === b.text && a.x === b.x && a.y === b.y && a.size === b.size;
}
