import type { Procedure, Step } from '#core/model/procedure.ts';
import { PAPER_NAMES } from '#core/model/settings.ts';
import { arrangeStep, type StepArrangement } from './arrangeStep.ts';
import type { ExtraRoom } from './extraRoom.ts';
import { fitSymbol, toEmptySymbol } from './fitSymbol.ts';
import type { Flowchart } from './flowchart.ts';
import type { Box, LayoutWarning, WiderPage } from './geometry.ts';
import { toPageFrame } from './pageFrame.ts';
import { papers } from './paper.ts';
import type { PageSettings } from './settings.ts';
import { toLeastTableWidth, toTableColumns } from './tableColumns.ts';
import { toTableHeader } from './tableHeader.ts';
import { toRowPieces } from './tableRows.ts';
import {
  type TableStyle,
  type Tightness,
  toSymbolSizes,
  toTableStyle,
  toTightnesses,
} from './tableStyle.ts';
import { shapeText } from './text/shapeText.ts';

export interface FittedFlowchart {
  readonly flowchart: Flowchart;
  /** What a person should know; found only when it is asked for, since it tries all papers. */
  readonly toWarnings: () => readonly LayoutWarning[];
}

interface TableRoom {
  /** The page without its margins. */
  readonly content: Box;
  readonly extra: ExtraRoom;
}

/** The header may take this share of a page. */
const MAX_HEADER_SHARE = 0.4;
/** Everything shrinks to this for the sake of names in the header; longer ones are cut. */
const LEAST_SHRINK_FOR_NAMES = 0.7;
/** Symbols of one cell are stacked up to this share of a page. */
const MAX_STACK_SHARE = 0.4;

/**
 * The table in the largest type in which every column is wide enough for the page. Where even the
 * smallest type and symbols are too large, everything shrinks together, and a warning says so.
 */
export function fitFlowchart(
  procedure: Procedure,
  settings: PageSettings,
  { content, extra }: TableRoom,
): FittedFlowchart {
  let tightness = findTightness(procedure, settings, { content, extra });
  for (;;) {
    const flowchart = toFlowchart(procedure, settings, { content, extra, tightness });
    const tighter = findTighter(flowchart, settings, { content, extra, tightness });
    if (!tighter) {
      const found = { extra, tightness };
      return { flowchart, toWarnings: () => toWarnings(flowchart, settings, found) };
    }
    tightness = tighter;
  }
}

/** Where a row is too high for the page, or names in the header would be cut. */
function findTighter(
  flowchart: Flowchart,
  settings: PageSettings,
  { content, extra, tightness }: Setting,
): Tightness | undefined {
  const { procedure, header } = flowchart;
  const { shrink } = tightness;
  const share = toHeightShare(flowchart, content);
  if (share > 1) return { ...tightness, shrink: (shrink / share) * 0.98 };
  if (!header.isCut) return undefined;
  const levels = toTightnesses(settings);
  const tighter = levels
    .filter((level) => shrink === 1 && level.typeSize < tightness.typeSize)
    .find((level) => fits(procedure, settings, { content, extra, tightness: level }));
  if (tighter) return tighter;
  return shrink > LEAST_SHRINK_FOR_NAMES ? { ...tightness, shrink: shrink * 0.95 } : undefined;
}

function findTightness(
  procedure: Procedure,
  settings: PageSettings,
  { content, extra }: TableRoom,
): Tightness {
  const levels = toTightnesses(settings);
  for (const tightness of levels)
    if (fits(procedure, settings, { content, extra, tightness })) return tightness;
  const tightest = levels.at(-1);
  if (!tightest) throw new RangeError(`No way to set type of ${settings.typeSizePt} pt`);
  const least = toLeastWidth(procedure, settings, { content, extra, tightness: tightest });
  const shrink = content.width / least;
  // A thousandth for the rounding of widths.
  return { ...tightest, shrink: shrink * 0.999 };
}

interface Setting extends TableRoom {
  readonly tightness: Tightness;
}

/** Whether the columns are wide enough; those that are not even for their words are ruled out first. */
function fits(procedure: Procedure, settings: PageSettings, setting: Setting): boolean {
  const { content, extra, tightness } = setting;
  const style = toTableStyle(tightness, settings.typeFamily);
  const plan = { procedure, arrangements: [], style, extra };
  if (toLeastTableWidth(plan, content.width) > content.width) return false;
  return toLeastWidth(procedure, settings, setting) <= content.width;
}

function toLeastWidth(
  procedure: Procedure,
  settings: PageSettings,
  { content, extra, tightness }: Setting,
): number {
  const style = toTableStyle(tightness, settings.typeFamily);
  const arrangements = arrangeSteps(procedure, style, content);
  return toLeastTableWidth({ procedure, arrangements, style, extra }, content.width);
}

function arrangeSteps(
  { steps, flows }: Procedure,
  style: TableStyle,
  content: Box,
): readonly StepArrangement[] {
  const { weight, family, size } = style.symbolText;
  const sizes = toSymbolSizes(size);
  const known = recallArrangements([size, family, style.stackGap, style.forms.process.minWidth]);
  return steps.map((step) => {
    const remembered = known.get(step);
    if (remembered) return remembered;
    const arrangement = arrangeStep(step, {
      // A text that no symbol holds stands in the activity's cell.
      fitted: ({ kind, text }) =>
        fitSymbol(kind, style.forms[kind], {
          shaped: shapeText(text ?? '', weight, family),
          sizes,
        }) ?? toEmptySymbol(style.forms[kind], size),
      gap: style.stackGap,
      maxStackHeight: content.height * MAX_STACK_SHARE,
      flows,
    });
    // Symbols of one cell are stacked as their flows and the page's height say.
    if (arrangement.cellWidths.size === step.symbols.length) known.set(step, arrangement);
    return arrangement;
  });
}

type Arrangements = WeakMap<Step, StepArrangement>;

/** More sizes than one document tries at a time. */
const MAX_SIZES = 40;
const arrangedSteps = new Map<string, Arrangements>();

/** What steps look like in these sizes: the same steps are laid out again after each edit. */
function recallArrangements(sizes: readonly (string | number)[]): Arrangements {
  const key = sizes.join(' ');
  const known = arrangedSteps.get(key) ?? new WeakMap<Step, StepArrangement>();
  arrangedSteps.delete(key);
  arrangedSteps.set(key, known);
  for (const oldest of arrangedSteps.keys()) {
    if (arrangedSteps.size <= MAX_SIZES) break;
    arrangedSteps.delete(oldest);
  }
  return known;
}

function toFlowchart(
  procedure: Procedure,
  settings: PageSettings,
  { content, extra, tightness }: Setting,
): Flowchart {
  const style = toTableStyle(tightness, settings.typeFamily);
  const arrangements = arrangeSteps(procedure, style, content);
  const columns = toTableColumns({ procedure, arrangements, style, extra }, content);
  const header = toTableHeader({
    actors: procedure.actors,
    columns,
    style,
    columnNumbers: settings.columnNumbers,
    maxHeight: content.height * MAX_HEADER_SHARE,
  });
  const maxHeight = content.height - header.height - 2 * style.bandHeight;
  const pieces = toRowPieces({ procedure, arrangements, columns, style, extra, maxHeight });
  return { procedure, style, columns, header, pieces };
}

/** How high the highest row is, with pentagons above and below, as a share of the room for rows. */
function toHeightShare({ pieces, header, style }: Flowchart, content: Box): number {
  const most = pieces.reduce((height, piece) => Math.max(height, piece.height), 0);
  return (most + 2 * style.bandHeight) / (content.height - header.height);
}

function toWarnings(
  { procedure }: Flowchart,
  settings: PageSettings,
  { extra, tightness }: Omit<Setting, 'content'>,
): readonly LayoutWarning[] {
  const { typeSize, shrink } = tightness;
  const typeSizePt = Math.floor(typeSize * shrink * 10) / 10;
  if (typeSizePt >= settings.typeSizePt) return [];
  const page = shrink < 1 ? findWiderPage(procedure, settings, extra) : undefined;
  return [{ code: 'smaller-type', typeSizePt, ...(page && { page }) }];
}

/** The nearest page that is wide enough for type of 6 pt; none may be. */
function findWiderPage(
  procedure: Procedure,
  settings: PageSettings,
  extra: ExtraRoom,
): WiderPage | undefined {
  return listPages(settings).find((choice) => {
    const { content } = toPageFrame({ ...settings, ...choice });
    return toTightnesses(settings).some((tightness) =>
      fits(procedure, settings, { content, extra, tightness }),
    );
  });
}

/** The same paper turned, then the smallest as the document lies, then the smallest turned. */
function listPages({ paper: own, orientation }: PageSettings): readonly WiderPage[] {
  const sorted = PAPER_NAMES.toSorted((a, b) => papers[a].height - papers[b].height);
  const turned = [own, ...sorted].map((paper) => ({ paper, orientation: 'landscape' }) as const);
  const [ownTurned, ...othersTurned] = turned;
  const upright = sorted.map((paper) => ({ paper, orientation }));
  if (orientation === 'landscape' || !ownTurned) return upright;
  return [ownTurned, ...upright, ...othersTurned];
}
