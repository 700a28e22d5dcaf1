import type { Procedure } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { fitFlowchart } from './fitFlowchart.ts';
import { type Flowchart, type PageRoom, toFlowchartPages } from './flowchart.ts';
import { layFlowchartPage } from './flowchartPage.ts';
import type { Caption, DocumentLayout, LayoutWarning, PageLayout } from './geometry.ts';
import { type IdentityPart, layIdentity } from './identityPages.ts';
import { type PageFrame, toCaptions, toPageFrame } from './pageFrame.ts';
import { toPrintedProcedure } from './printedProcedure.ts';
import { type PageSettings, toPageSettings } from './settings.ts';
import { setTableNote, toTableNote } from './tableNote.ts';

/** Space between the identity block and the table below it. */
const IDENTITY_GAP = 10;

/**
 * The procedure as printed pages: identity, then the table with its flowchart. Pure: the same
 * procedure gives the same layout everywhere. `override` goes before the document's own settings.
 */
export function layoutDocument(procedure: Procedure, override?: Settings): DocumentLayout {
  const settings = toPageSettings(procedure.settings, override);
  const frame = toPageFrame(settings);
  const identity = layIdentity(procedure.identity, frame.content, settings);
  const { flowchart, warnings } = fitFlowchart(
    toPrintedProcedure(procedure, settings),
    settings,
    frame.content,
  );
  const pages = joinPages(identity, flowchart, { frame, settings });
  return {
    warnings: [...warnings, ...toSplitWarnings(pages)],
    pages: pages.map((page, index) => ({
      ...page,
      captions: [
        ...page.captions,
        ...toCaptions(
          procedure.identity,
          { page: index + 1, pageCount: pages.length },
          { frame, family: settings.typeFamily },
        ),
      ],
    })),
  };
}

/** A row that stands on two pages was too high for one. */
function toSplitWarnings(pages: readonly PageLayout[]): readonly LayoutWarning[] {
  const steps = pages.flatMap(({ rows }) => rows.map(({ step }) => step));
  const split = new Set(steps.filter((step, index) => step === steps[index - 1]));
  return [...split].map((step) => ({ code: 'split-row', step }));
}

interface Printing {
  readonly frame: PageFrame;
  readonly settings: PageSettings;
}

function joinPages(
  identity: readonly IdentityPart[],
  flowchart: Flowchart,
  { frame, settings }: Printing,
): readonly PageLayout[] {
  const { content } = frame;
  const note = toTableNote(settings.tableNote, content.width, flowchart.style);
  const other = content.height - flowchart.header.height;
  const last = identity.at(-1);
  const start = (last?.bottom ?? content.y) + IDENTITY_GAP;
  const room = { first: other, other, tail: note.height };
  const below = { ...room, first: content.y + content.height - start - flowchart.header.height };
  const isBelow = settings.startsOnIdentityPage && canBegin(flowchart, below);
  const pages = toFlowchartPages(flowchart, isBelow ? below : room).map((page, index) => {
    const top = isBelow && index === 0 ? start : content.y;
    const { bottom, ...part } = layFlowchartPage(flowchart, page, top);
    const captions = page.isLast ? setTableNote(note, { ...content, y: bottom }) : [];
    const { shrink } = flowchart.style;
    const lines = shrink < 1 ? { lineScale: shrink } : {};
    return { ...toEmptyPage(frame, 'flowchart'), ...part, ...lines, captions };
  });
  const [first, ...others] = pages;
  const identityPages = identity.map((part) => toIdentityPage(frame, part));
  const joined = identityPages.at(-1);
  if (!isBelow || !first || !joined) return [...identityPages, ...pages];
  return [
    ...identityPages.slice(0, -1),
    { ...first, cells: [...joined.cells, ...first.cells], pictures: joined.pictures ?? [] },
    ...others,
  ];
}

/** At least two rows must fit below the identity, with what may stand below them. */
function canBegin({ pieces, style }: Flowchart, room: PageRoom): boolean {
  const rows = pieces.slice(0, 2).reduce((sum, { height }) => sum + height, 0);
  return rows + style.bandHeight + room.tail <= room.first;
}

function toIdentityPage(frame: PageFrame, { cells, pictures }: IdentityPart): PageLayout {
  return { ...toEmptyPage(frame, 'identity'), cells, pictures };
}

function toEmptyPage({ width, height, content }: PageFrame, kind: PageLayout['kind']): PageLayout {
  const none: readonly never[] = [];
  const captions: readonly Caption[] = none;
  return {
    kind,
    width,
    height,
    columns: none,
    rows: none,
    symbols: none,
    connectors: none,
    joints: none,
    offPage: none,
    cells: none,
    captions,
    footer: { y: content.y + content.height },
  };
}
