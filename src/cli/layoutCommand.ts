import type { DocumentLayout } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { type DrawingMetrics, measurePage } from '#core/layout/metrics.ts';
import { toLayoutJson } from '#core/layout/toLayoutJson.ts';
import type { Procedure } from '#core/model/procedure.ts';
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
  else if (has('json')) printJson(output, sumMetrics(layout, procedure));
  else printMetrics(output, sumMetrics(layout, procedure));
  return 0;
}

type Metrics = Readonly<Record<keyof DrawingMetrics | 'pages', number>>;

function sumMetrics({ pages }: DocumentLayout, procedure: Procedure): Metrics {
  const measured = pages.map((page) => measurePage(page, procedure));
  const sum = (key: keyof DrawingMetrics) => measured.reduce((total, page) => total + page[key], 0);
  return {
    pages: pages.length,
    throughSymbols: sum('throughSymbols'),
    overlaps: sum('overlaps'),
    crossings: sum('crossings'),
    bends: sum('bends'),
    sideConflicts: sum('sideConflicts'),
    ruleRunners: sum('ruleRunners'),
    labelHits: sum('labelHits'),
    offCentreEnds: sum('offCentreEnds'),
    entriesFromBelow: sum('entriesFromBelow'),
    outsideArea: sum('outsideArea'),
    looseEnds: sum('looseEnds'),
  };
}

function printMetrics(output: Output, metrics: Metrics): void {
  for (const [name, count] of Object.entries(metrics)) output.out.write(`${name}: ${count}\n`);
}
