import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURE_SCALE } from '#core/export/pictureScale.ts';
import type { LayoutWarning } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import {
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportFormat,
  type ExportResult,
  exportProcedure,
} from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { CliProblem } from './cliProblem.ts';
import type { ExitCode, Output } from './output.ts';
import { parseFileCommand, requireOption, toChoice, toPaper } from './parseCommand.ts';
import { readProcedure } from './readFile.ts';
import { type OutputFile, writeFiles } from './writeFiles.ts';

/** `%d`, or `%03d` for numbers of three digits. */
const PAGE_NUMBER = /%(?:0(\d))?d/;

/** `alur export`: the procedure as a file, or a file a page where the path holds `%d`. */
export async function exportCommand(args: readonly string[], { err }: Output): Promise<ExitCode> {
  const { file, text, has } = parseFileCommand(args, {
    texts: ['to', 'out', 'paper', 'scale'],
    flags: ['transparent', 'embed-fonts', 'pdf-a'],
  });
  const format = toChoice(requireOption(text('to'), 'to'), EXPORT_FORMATS, 'to');
  const out = requireOption(text('out'), 'out');
  const choice = {
    paper: toPaper(text('paper')),
    scale: toScale(text('scale')),
    transparent: has('transparent'),
    embedFonts: has('embed-fonts'),
    ...(has('pdf-a') && { profile: 'pdf-a' as const }),
  };
  const { procedure, report } = await readProcedure(file);
  for (const { place, message } of report) err.write(`${place}: ${message}\n`);
  const isPaged = format === 'svg' || format === 'png';
  if (isPaged && PAGE_NUMBER.test(out))
    writeFiles(await exportPages(procedure, format, { out, choice, err }));
  else writeFiles([await exportOne(procedure, format, { out, choice, err })]);
  return 0;
}

interface Target {
  readonly out: string;
  readonly choice: ExportChoice;
}

function toScale(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const scale = Number(value);
  const { least, most } = PICTURE_SCALE;
  if (!(scale >= least && scale <= most))
    throw new CliProblem(`--scale "${value}" must be a number from ${least} to ${most}`);
  return scale;
}

async function exportOne(
  procedure: Procedure,
  format: ExportFormat,
  { out, choice, err }: Target & Pick<Output, 'err'>,
): Promise<OutputFile> {
  const { file, pageCount, warnings } = await exportPage(procedure, format, choice);
  writeWarnings(warnings, procedure, err);
  if (pageCount > 1 && (format === 'svg' || format === 'png'))
    err.write(`Page 1 of ${pageCount}; write %d into --out for all of them.\n`);
  return { path: isFolder(out) ? join(out, file.fileName) : out, bytes: file.bytes };
}

async function exportPages(
  procedure: Procedure,
  format: ExportFormat,
  { out, choice, err }: Target & Pick<Output, 'err'>,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (let page = 1, last = 1; page <= last; page += 1) {
    const { file, pageCount, warnings } = await exportPage(procedure, format, { ...choice, page });
    if (page === 1) writeWarnings(warnings, procedure, err);
    files.push({ path: toPagePath(out, page), bytes: file.bytes });
    last = pageCount;
  }
  return files;
}

async function exportPage(
  procedure: Procedure,
  format: ExportFormat,
  choice: ExportChoice,
): Promise<Extract<ExportResult, { ok: true }>> {
  const result = await exportProcedure(procedure, format, nodeTools, choice);
  if (!result.ok) throw new CliProblem(`the document has ${result.pageCount} pages`);
  return result;
}

/** A line for each thing that did not fit; the file is written all the same. */
function writeWarnings(
  warnings: readonly LayoutWarning[],
  { steps }: Procedure,
  err: Output['err'],
): void {
  for (const warning of warnings) err.write(`${toSentence(warning, steps)}\n`);
}

function toSentence(warning: LayoutWarning, steps: Procedure['steps']): string {
  if (warning.code === 'split-row') {
    const number = steps.findIndex(({ id }) => id === warning.step) + 1;
    return `Step ${number} is higher than a page; its text goes on on the next.`;
  }
  if (warning.code === 'cut-note')
    return 'The note below the table is longer than half a page and was cut.';
  if (warning.code === 'unknown-letters')
    return `No shipped font has ${warning.letters.join(' ')}; PDF, PNG and SVG with fonts show \ufffd instead.`;
  const { typeSizePt, page } = warning;
  const size = `The table is set in ${typeSizePt} pt to fit the page`;
  if (page) {
    const { paper, orientation } = page;
    return `${size}; ${paper.toUpperCase()} in ${orientation} is wide enough for 6 pt.`;
  }
  return typeSizePt < SMALLEST_READABLE
    ? `${size}, too small to read; split the SOP or take fewer actors.`
    : `${size}.`;
}

/** In pt; below it no page is wide enough. */
const SMALLEST_READABLE = 6;

function toPagePath(out: string, page: number): string {
  return out.replace(PAGE_NUMBER, (_, digits?: string) =>
    String(page).padStart(Number(digits ?? 1), '0'),
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
