import type {
  ActorColumn,
  CanvasLayout,
  Connector,
  ConnectorLabel,
  JointLine,
  Point,
  RowBand,
  SymbolBox,
  TextLine,
} from '#core/layout/geometry.ts';

/** The new layout with the old one's parts wherever they say the same, so that only news is drawn. */
export function keepParts(old: CanvasLayout, now: CanvasLayout): CanvasLayout {
  return {
    ...now,
    columns: keepList(old.columns, now.columns, {
      key: ({ actor }) => actor,
      isSame: isSameColumn,
    }),
    rows: keepList(old.rows, now.rows, { key: ({ step }) => step, isSame: isSameRow }),
    symbols: keepList(old.symbols, now.symbols, {
      key: ({ symbol }) => symbol,
      isSame: isSameSymbol,
    }),
    connectors: keepList(old.connectors, now.connectors, {
      key: ({ flow }) => flow,
      isSame: isSameConnector,
    }),
    joints: keepList(old.joints, now.joints, { key: ({ step }) => step, isSame: isSameJoint }),
  };
}

/** `now`, or `old` itself when it lists the same values in the same order. */
export function keepIfSame<T>(old: readonly T[], now: readonly T[]): readonly T[] {
  return old.length === now.length && now.every((item, index) => item === old[index]) ? old : now;
}

function keepList<T>(
  old: readonly T[],
  now: readonly T[],
  { key, isSame }: { readonly key: (item: T) => string; readonly isSame: (a: T, b: T) => boolean },
): readonly T[] {
  const byKey = new Map(old.map((item) => [key(item), item]));
  const kept = now.map((item) => {
    const before = byKey.get(key(item));
    return before && (before === item || isSame(before, item)) ? before : item;
  });
  return keepIfSame(old, kept);
}

function isSameColumn(a: ActorColumn, b: ActorColumn): boolean {
  return a.x === b.x && a.width === b.width;
}

function isSameRow(a: RowBand, b: RowBand): boolean {
  return a.y === b.y && a.height === b.height;
}

function isSameSymbol(a: SymbolBox, b: SymbolBox): boolean {
  return (
    a.kind === b.kind &&
    a.step === b.step &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => isSameLine(line, b.lines[index]))
  );
}

function isSameConnector(a: Connector, b: Connector): boolean {
  return a.head === b.head && isSamePath(a.points, b.points) && isSameLabel(a.label, b.label);
}

function isSameJoint(a: JointLine, b: JointLine): boolean {
  return isSamePath(a.points, b.points);
}

function isSamePath(a: readonly Point[], b: readonly Point[]): boolean {
  return (
    a.length === b.length && a.every(([x, y], index) => x === b[index]?.[0] && y === b[index]?.[1])
  );
}

function isSameLabel(a: ConnectorLabel | undefined, b: ConnectorLabel | undefined): boolean {
  return a?.text === b?.text && a?.x === b?.x && a?.y === b?.y && a?.width === b?.width;
}

function isSameLine(a: TextLine, b: TextLine | undefined): boolean {
  return b !== undefined && a.text === b.text && a.x === b.x && a.y === b.y && a.size === b.size;
}
