import type {
  Box,
  Connector,
  DocumentLayout,
  JointLine,
  OffPageConnector,
  PageLayout,
  PictureBox,
  SymbolBox,
} from '#core/layout/geometry.ts';
import { toPrintedProcedure } from '#core/layout/printedProcedure.ts';
import { isMarkedDraft, toPageSettings } from '#core/layout/settings.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type {
  Scene,
  SceneForm,
  SceneItem,
  ScenePicture,
  ScenePolyline,
  SceneShape,
  SceneText,
} from './scene.ts';
import { toSceneCells } from './sceneCells.ts';
import { findEnd } from './sceneEnds.ts';
import { type SceneNames, toSceneNames } from './sceneNames.ts';

const RULE_WIDTH = 0.5;
const LINE_WIDTH = 0.75;

/** What each page of a procedure's layout looks like. */
export function toScenes(layout: DocumentLayout, procedure: Procedure): readonly Scene[] {
  const settings = toPageSettings(procedure.settings);
  const names = toSceneNames(toPrintedProcedure(procedure, settings), layout);
  const family = settings.typeFamily;
  const isDraft = isMarkedDraft(procedure);
  return layout.pages.map((page) => ({
    width: page.width,
    height: page.height,
    family,
    items: [...(isDraft ? [toDraftMark(page, family)] : []), ...toItems(page, names)],
  }));
}

function toItems(page: PageLayout, names: SceneNames): readonly SceneItem[] {
  const scale = page.lineScale ?? 1;
  const line = LINE_WIDTH * scale;
  const shapes = [
    ...page.symbols.map((box) => toSymbol(box, names, line)),
    ...page.offPage.map((pentagon) => toPentagon(pentagon, names, line)),
  ];
  const drawing = { shapes, names, strokeWidth: line, page };
  return [
    ...toSceneCells(page, RULE_WIDTH * scale),
    ...(page.pictures ?? []).map(toPicture),
    ...page.joints.map((joint) => toJoint(joint, drawing)),
    ...page.connectors.map((connector) => toArrow(connector, drawing)),
    ...shapes,
    ...page.captions.map((caption): SceneText => ({ kind: 'text', ...caption })),
  ];
}

function toPicture(picture: PictureBox): ScenePicture {
  return { kind: 'picture', description: 'Logo', ...picture };
}

const forms: Readonly<Record<SymbolBox['kind'], SceneForm>> = {
  terminator: 'capsule',
  process: 'box',
  decision: 'diamond',
};

function toSymbol(box: SymbolBox, names: SceneNames, strokeWidth: number): SceneShape {
  const { symbol, kind, x, y, width, height, lines } = box;
  return {
    ...{ kind: 'shape', form: forms[kind], x, y, width, height, strokeWidth },
    ref: `symbol:${symbol}`,
    name: names.nameSymbol(symbol),
    description: names.describeSymbol(box),
    lines,
  };
}

function toPentagon(
  pentagon: OffPageConnector,
  names: SceneNames,
  strokeWidth: number,
): SceneShape {
  const { flow, points, letter, x, y, width, height, line } = pentagon;
  const form = points === 'down' ? 'pentagon-down' : 'pentagon-up';
  return {
    ...{ kind: 'shape', form, x, y, width, height, strokeWidth },
    ref: `offpage:${flow}`,
    name: `Penghubung ${letter}`,
    description: names.describePentagon(pentagon),
    lines: [line],
  };
}

interface Drawing {
  readonly shapes: readonly SceneShape[];
  readonly names: SceneNames;
  readonly strokeWidth: number;
  readonly page: PageLayout;
}

function toJoint({ step, points }: JointLine, { shapes, names, strokeWidth }: Drawing) {
  return {
    ...{ kind: 'polyline', points, strokeWidth, head: false, ref: `joint:${step}` },
    description: names.describeJoint(step),
    ...toEnds(points, shapes),
  } satisfies ScenePolyline;
}

function toArrow(
  { flow, points, head, label }: Connector,
  { shapes, names, strokeWidth, page }: Drawing,
): ScenePolyline {
  // Behind a pentagon, flows to one target go on as a single line.
  const shared = page.offPage.find((each) => each.flow === flow && each.direction === 'in');
  return {
    ...{ kind: 'polyline', points, strokeWidth, head, ref: `flow:${flow}` },
    description: names.describeFlows(shared?.flows ?? [flow], label?.text),
    ...toEnds(points, shapes),
    ...(label && { label: toLabel(label, page) }),
  };
}

function toEnds(
  points: ScenePolyline['points'],
  shapes: readonly SceneShape[],
): Pick<ScenePolyline, 'from' | 'to'> {
  const from = findEnd(shapes, points[0]);
  const to = findEnd(shapes, points.at(-1));
  return { ...(from && { from }), ...(to && { to }) };
}

function toLabel(
  { x, y, width, height, text, lines }: NonNullable<Connector['label']>,
  page: PageLayout,
): NonNullable<ScenePolyline['label']> {
  const box = { x, y, width, height };
  return { box, text, lines, ...(isOnRule(box, page) && { hasGround: true }) };
}

/** Whether a rule of the table runs through a box. */
function isOnRule({ x, y, width, height }: Box, { columns, rows }: PageLayout): boolean {
  const within = (rule: number, start: number, length: number) =>
    rule > start && rule < start + length;
  return (
    columns.some((each) => within(each.x, x, width) || within(each.x + each.width, x, width)) ||
    rows.some((each) => within(each.y, y, height) || within(each.y + each.height, y, height))
  );
}

/** DRAF, across the page. */
function toDraftMark({ width, height }: PageLayout, family: TypeFamily): SceneText {
  const text = 'DRAF';
  const size = Math.min(width, height) / 4;
  return {
    ...{ kind: 'text', role: 'mark', text },
    x: width / 2 + size * 0.2,
    y: height / 2 + size * 0.3,
    width: measureText(text, { size, weight: 'bold', family }),
    ...{ size, weight: 'bold', anchor: 'middle' },
    color: 'mark',
    rotate: -30,
  };
}
