import type {
  Cell,
  Connector,
  DocumentLayout,
  OffPageConnector,
  PageLayout,
  SymbolBox,
  TextLine,
} from '#core/layout/geometry.ts';
import { toPageSettings } from '#core/layout/settings.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import { type TypeFamily, toShippedFamily } from '#core/layout/text/widthTable.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Scene, SceneForm, SceneItem } from './scene.ts';

const RULE_WIDTH = 0.5;
const LINE_WIDTH = 0.75;

/** What each page of a layout looks like. With its procedure: in its type, with its draft mark. */
export function toScenes(layout: DocumentLayout, procedure?: Procedure): readonly Scene[] {
  const { typeFamily, draftMark } = toPageSettings(procedure?.settings);
  return layout.pages.map((page) => ({
    width: page.width,
    height: page.height,
    family: toShippedFamily(typeFamily),
    items: [...(draftMark ? [toDraftMark(page, typeFamily)] : []), ...toItems(page)],
  }));
}

function toItems(page: PageLayout): readonly SceneItem[] {
  const scale = page.lineScale ?? 1;
  const [rule, line] = [RULE_WIDTH * scale, LINE_WIDTH * scale];
  return [
    ...page.cells.flatMap((cell) => toCellItems(cell, rule)),
    ...(page.pictures ?? []).map((picture) => ({ kind: 'picture', ...picture }) as const),
    ...page.cells.flatMap(({ lines, marker }) => (marker ? [marker, ...lines] : lines).map(toText)),
    ...page.joints.map(({ step, points }) => toLine(points, `joint:${step}`, line)),
    ...page.connectors.map(({ flow, points }) => toArrowLine(points, `flow:${flow}`, line)),
    ...page.symbols.flatMap((box) => toSymbolItems(box, line)),
    ...page.offPage.flatMap((pentagon) => toPentagonItems(pentagon, line)),
    ...page.connectors.flatMap(toLabelItems),
    ...page.captions.map(toText),
  ];
}

function toCellItems({ border, fill, ...box }: Cell, rule: number): readonly SceneItem[] {
  if (!border && !fill) return [];
  const { x, y, width, height } = box;
  const strokeWidth = border ? rule : 0;
  return [{ kind: 'cell', x, y, width, height, strokeWidth, ...(fill && { fill }) }];
}

function toLine(points: Connector['points'], ref: string, strokeWidth: number): SceneItem {
  return { kind: 'polyline', points, strokeWidth, head: false, ref };
}

function toArrowLine(points: Connector['points'], ref: string, strokeWidth: number): SceneItem {
  return { kind: 'polyline', points, strokeWidth, head: true, ref };
}

const forms: Readonly<Record<SymbolBox['kind'], SceneForm>> = {
  terminator: 'capsule',
  process: 'box',
  decision: 'diamond',
};

function toSymbolItems(box: SymbolBox, strokeWidth: number): readonly SceneItem[] {
  const { symbol, kind, x, y, width, height, lines } = box;
  const ref = `symbol:${symbol}`;
  const shape = { form: forms[kind], x, y, width, height, strokeWidth, ref };
  return [{ kind: 'shape', ...shape }, ...lines.map(toText)];
}

function toPentagonItems(pentagon: OffPageConnector, strokeWidth: number): readonly SceneItem[] {
  const { flow, points, x, y, width, height, line } = pentagon;
  const ref = `offpage:${flow}`;
  const form = points === 'down' ? 'pentagon-down' : 'pentagon-up';
  const shape = { form, x, y, width, height, strokeWidth, ref } as const;
  return [{ kind: 'shape', ...shape }, toText(line)];
}

function toLabelItems({ label }: Connector): readonly SceneItem[] {
  return label ? [toText(label.line)] : [];
}

function toText(line: TextLine): SceneItem {
  return { kind: 'text', ...line };
}

/** DRAF, across the page. */
function toDraftMark({ width, height }: PageLayout, family: TypeFamily): SceneItem {
  const text = 'DRAF';
  const size = Math.min(width, height) / 4;
  const style = { size, weight: 'bold', family } as const;
  return {
    kind: 'text',
    text,
    x: width / 2 + size * 0.2,
    y: height / 2 + size * 0.3,
    width: measureText(text, style),
    size,
    weight: 'bold',
    anchor: 'middle',
    color: 'mark',
    rotate: -30,
  };
}
