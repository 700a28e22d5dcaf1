import { type CanvasMetrics, measureCanvas } from '#core/layout/canvasMetrics.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { type LayoutMetrics, measureLayout } from '#core/layout/layoutMetrics.ts';
import { toLayoutJson } from '#core/layout/toLayoutJson.ts';
import { CliProblem } from './cliProblem.ts';
import { type ExitCode, type Output, printJson } from './output.ts';
import { parseFileCommand, toPaper } from './parseCommand.ts';
import { readProcedure } from './readFile.ts';

/** `alur layout`: the geometry that every renderer draws, or how good it is. */
export async function layoutCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  const { file, text, has } = parseFileCommand(args, {
    texts: ['paper'],
    flags: ['json', 'metrics'],
  });
  if (!has('json') && !has('metrics')) throw new CliProblem('say --json or --metrics');
  const paper = toPaper(text('paper'));
  const { procedure } = await readProcedure(file);
  const layout = layoutDocument(procedure, paper && { paper });
  if (!has('metrics')) printJson(output, toLayoutJson(layout));
  else {
    const pages = layout.pages.length;
    const metrics = measureLayout(layout, procedure);
    const { clippedTexts, shortenedTexts } = measureCanvas(layoutCanvas(procedure), procedure);
    const canvas = { clippedTexts, shortenedTexts };
    if (has('json')) printJson(output, { pages, ...metrics, canvas });
    else printMetrics(output, pages, { ...metrics, canvas });
  }
  return 0;
}

interface PrintedMetrics extends LayoutMetrics {
  /** Of the canvas only what becomes of its texts. */
  readonly canvas: Pick<CanvasMetrics, 'clippedTexts' | 'shortenedTexts'>;
}

/** As people call them. */
function toNamed(metrics: PrintedMetrics): readonly (readonly [name: string, count: number])[] {
  return [
    ['segments through symbols', metrics.throughSymbols],
    ['overlaps', metrics.overlaps],
    ['crossings', metrics.crossings],
    ['bends', metrics.bends],
    ['one-side conflicts', metrics.sideConflicts],
    ['rule-runners', metrics.ruleRunners],
    ['label hits', metrics.labelHits],
    ['labels nearer to another exit', metrics.strayLabels],
    ['labels on a rule between rows', metrics.struckLabels],
    ['clipped texts', metrics.clippedTexts],
    ['off-centre ends', metrics.offCentreEnds],
    ['missing pentagons', metrics.missingPentagons],
    ['entries from below', metrics.entriesFromBelow],
    ['lines outside the actor columns', metrics.outsideArea],
    ['loose ends', metrics.looseEnds],
    ['clipped texts on the canvas', metrics.canvas.clippedTexts],
    ['shortened texts on the canvas', metrics.canvas.shortenedTexts],
  ];
}

function printMetrics(output: Output, pages: number, metrics: PrintedMetrics): void {
  output.out.write(`pages: ${pages}\n`);
  for (const [name, count] of toNamed(metrics)) output.out.write(`${name}: ${count}\n`);
}
