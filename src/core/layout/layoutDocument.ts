import type { Identity, Procedure } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { type FormalPage, layCover } from './coverPage.ts';
import { layDecree } from './decreePage.ts';
import { findPlaces, layWithRoom } from './extraRoom.ts';
import { fitFlowchart } from './fitFlowchart.ts';
import { type Flowchart, type PageRoom, toFlowchartPages } from './flowchart.ts';
import { type FlowchartDraft, layFlowchartPage, toPageCells } from './flowchartPage.ts';
import type { Caption, DocumentLayout, LayoutWarning, PageLayout } from './geometry.ts';
import { type IdentityPart, layIdentity, SIGNATURE_HEIGHTS } from './identityPages.ts';
import { type PageFrame, toCaptions, toFormalFrame, toPageFrame } from './pageFrame.ts';
import { toPrintedProcedure } from './printedProcedure.ts';
import { type PageSettings, toPageSettings } from './settings.ts';
import { setTableNote, type TableNote, toTableNote } from './tableNote.ts';
import { toLetterWarnings } from './unknownLetters.ts';

/** Space between the identity block and the table below it. */
const IDENTITY_GAP = 10;

/**
 * The procedure as printed pages: cover and decree where they are asked for, identity, then the
 * table with its flowchart. Pure: the same procedure gives the same layout everywhere. `override`
 * goes before the document's own settings.
 */
export function layoutDocument(procedure: Procedure, override?: Settings): DocumentLayout {
  const settings = toPageSettings(procedure.settings, override);
  const frame = toPageFrame(settings);
  const printed = toPrintedProcedure(procedure, settings);
  const { flows } = printed;
  const starts = toIdentityStarts(procedure.identity, { frame, settings });
  const { draft, toWarnings } = layWithRoom(
    (extra) => {
      const fitted = fitFlowchart(printed, settings, { content: frame.content, extra });
      return {
        draft: layTable(fitted.flowchart, { frame, settings, starts }),
        toWarnings: fitted.toWarnings,
      };
    },
    ({ draft: { pages } }) => pages.flatMap(({ part }) => findPlaces(part, flows, 'crowded')),
    ({ draft: { pages } }) => pages.flatMap(({ part }) => findPlaces(part, flows, 'poorLabel')),
    'page',
  );
  const pages = joinPages(draft, frame);
  const front = toFrontPages(procedure, settings);
  const pageCount = front.length + pages.length;
  const numbered = pages.map((page, index) => ({
    ...page,
    captions: [
      ...page.captions,
      ...toCaptions(
        procedure.identity,
        { page: front.length + index + 1, pageCount },
        { frame, family: settings.typeFamily },
      ),
    ],
  }));
  const all = [...front, ...numbered];
  return {
    warnings: [
      ...toWarnings(),
      ...toSplitWarnings(pages),
      ...toNoteWarnings(draft.note),
      ...toLetterWarnings(all, settings.typeFamily),
    ],
    pages: all,
  };
}

/** Cover and decree. They count as pages, but bear no number, as is the custom. */
function toFrontPages({ identity }: Procedure, settings: PageSettings): readonly PageLayout[] {
  const { typeFamily } = settings;
  const [cover, decree] = [toFormalFrame(settings), toFormalFrame(settings, 'portrait')];
  const toPage = (kind: PageLayout['kind'], frame: PageFrame) => (page: FormalPage) => ({
    ...toEmptyPage(frame, kind),
    ...page,
  });
  return [
    ...(settings.cover ? [layCover(identity, cover.content, typeFamily)] : []).map(
      toPage('cover', cover),
    ),
    ...(settings.decreePage ? layDecree(identity, decree.content, typeFamily) : []).map(
      toPage('decree', decree),
    ),
  ];
}

/** A row that stands on two pages was too high for one. */
function toSplitWarnings(pages: readonly PageLayout[]): readonly LayoutWarning[] {
  const steps = pages.flatMap(({ rows }) => rows.map(({ step }) => step));
  const split = new Set(steps.filter((step, index) => step === steps[index - 1]));
  return [...split].map((step) => ({ code: 'split-row', step }));
}

function toNoteWarnings({ isCut }: TableNote): readonly LayoutWarning[] {
  return isCut ? [{ code: 'cut-note' }] : [];
}

interface Printing {
  readonly frame: PageFrame;
  readonly settings: PageSettings;
}

/** The table on its pages, and the identity before it. */
interface TableDraft {
  readonly flowchart: Flowchart;
  readonly pages: readonly FlowchartDraft[];
  readonly note: TableNote;
  readonly start: IdentityStart;
  /** Whether the table begins below the identity. */
  readonly isBelow: boolean;
}

function layTable(
  flowchart: Flowchart,
  { frame, settings, starts }: Printing & { readonly starts: IdentityStarts },
): TableDraft {
  const { content } = frame;
  const note = toTableNote(settings.tableNote, content, flowchart.style);
  const other = content.height - flowchart.header.height;
  const room = { first: other, other, tail: note.height };
  const toRoomBelow = ({ top }: IdentityStart): PageRoom => ({
    ...room,
    first: content.y + content.height - top - flowchart.header.height,
  });
  const below = starts.beside.find((start) => canBegin(flowchart, toRoomBelow(start)));
  const start = below ?? starts.usual;
  const pages = toFlowchartPages(flowchart, below ? toRoomBelow(below) : room).map((page, index) =>
    layFlowchartPage(flowchart, page, below && index === 0 ? below.top : content.y),
  );
  return { flowchart, pages, note, start, isBelow: below !== undefined };
}

function joinPages(
  { flowchart, pages: drafts, note, start, isBelow }: TableDraft,
  frame: PageFrame,
): readonly PageLayout[] {
  const { shrink } = flowchart.style;
  const lines = shrink < 1 ? { lineScale: shrink } : {};
  const pages = drafts.map((draft, index) => {
    const { bottom, ...part } = draft.part;
    const isLast = index === drafts.length - 1;
    const captions = isLast ? setTableNote(note, { ...frame.content, y: bottom }) : [];
    const cells = toPageCells(flowchart, draft);
    return { ...toEmptyPage(frame, 'flowchart'), ...part, cells, ...lines, captions };
  });
  const [first, ...others] = pages;
  const identityPages = start.parts.map((part) => toIdentityPage(frame, part));
  const joined = identityPages.at(-1);
  if (!isBelow || !first || !joined) return [...identityPages, ...pages];
  return [
    ...identityPages.slice(0, -1),
    { ...first, cells: [...joined.cells, ...first.cells], pictures: joined.pictures ?? [] },
    ...others,
  ];
}

/** The identity's pages, and where a table below it begins. */
interface IdentityStart {
  readonly parts: readonly IdentityPart[];
  readonly top: number;
}

interface IdentityStarts {
  /** With a page of its own. */
  readonly usual: IdentityStart;
  /** Those that a table may stand below, the preferred one first; none where it has its own page. */
  readonly beside: readonly IdentityStart[];
}

function toIdentityStarts(identity: Identity, { frame, settings }: Printing): IdentityStarts {
  const { content } = frame;
  const lay = (signatureHeight: number): IdentityStart => {
    const parts = layIdentity(identity, content, { settings, signatureHeight });
    return { parts, top: (parts.at(-1)?.bottom ?? content.y) + IDENTITY_GAP };
  };
  const usual = lay(SIGNATURE_HEIGHTS.usual);
  const beside = settings.startsOnIdentityPage ? [usual, lay(SIGNATURE_HEIGHTS.low)] : [];
  return { usual, beside };
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
