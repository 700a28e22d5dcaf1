import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { emptyProcedure } from '#core/model/empty.ts';
import type { FileProblem, FileReason } from '#core/model/fileProblem.ts';
import { limits } from '#core/model/limits.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { alurPackage } from './alurPackage.ts';
import type { BpmnModel } from './bpmnModel.ts';
import { draftFlows } from './draftFlows.ts';
import { draftSteps } from './draftSteps.ts';
import { isSameName } from './elementNames.ts';
import { type Raw, readActor, readIdentity, readSettings } from './extensionReader.ts';
import { findXmlProblem } from './guardXml.ts';
import { IdMaker } from './idMaker.ts';
import { type ImportNote, ImportReport } from './importReport.ts';
import { orderNodes } from './orderNodes.ts';
import { readName } from './readElement.ts';
import { readModel } from './readModel.ts';
import { simplifyModel } from './simplifyModel.ts';

export type ImportResult =
  | { readonly ok: true; readonly procedure: Procedure; readonly report: readonly ImportNote[] }
  | { readonly ok: false; readonly problem: FileProblem };

/** Nodes that are read before the file is refused as too large for a procedure. */
const MOST_NODES = 3 * limits.maxSteps;
const MOST_WARNINGS = 50;

/**
 * Reads BPMN 2.0. What Alur wrote comes back exactly, with what was changed in another tool since;
 * a foreign model is simplified to what an SOP can say, and the report names what that cost. A
 * foreign model without a name takes the fallback as its title.
 */
export async function importBpmn(xml: string, fallbackTitle = ''): Promise<ImportResult> {
  const problem = findXmlProblem(xml);
  if (problem) return { ok: false, problem };
  const report = new ImportReport();
  const definitions = await parseDefinitions(xml, report);
  if (!definitions) return fail('file', 'is not a BPMN 2.0 model', 'not-bpmn');
  const model = readModel(definitions, report);
  if (model.processes.length === 0) return fail('definitions', 'holds no process', 'no-process');
  if (model.nodes.length > MOST_NODES)
    return fail(
      'process',
      `has more than ${limits.maxSteps} steps`,
      'too-many',
      `${limits.maxSteps}`,
    );
  const simple = simplifyModel(model, report);
  if (!simple)
    return fail(
      'process',
      `has more than ${limits.maxFlows} arrows`,
      'too-many',
      `${limits.maxFlows}`,
    );
  const named = simple.title === '' ? { ...simple, title: fallbackTitle } : simple;
  const parsed = parseProcedureFile(toFile(named, report));
  return parsed.ok ? { ...parsed, report: report.notes } : parsed;
}

function fail(place: string, message: string, reason: FileReason, word?: string): ImportResult {
  return { ok: false, problem: { place, message, reason, ...(word && { word }) } };
}

async function parseDefinitions(
  xml: string,
  report: ImportReport,
): Promise<ModdleElement | undefined> {
  try {
    const moddle = new BpmnModdle({ alur: alurPackage });
    const { rootElement, warnings } = await moddle.fromXML(withoutDeclaration(xml));
    for (const { message } of warnings.slice(0, MOST_WARNINGS))
      report.add('file-damaged', 'file', (message.split('\n')[0] ?? '').slice(0, 200));
    return rootElement.$instanceOf('bpmn:Definitions') ? rootElement : undefined;
  } catch {
    return undefined;
  }
}

/** The text is decoded already, so what its first line says of an encoding no longer holds. */
function withoutDeclaration(xml: string): string {
  return xml.replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '');
}

function toFile(model: BpmnModel, report: ImportReport): Raw {
  const { actors, actorOf } = toActors(model);
  const ordered = orderNodes(model.nodes, model.flows);
  const rows = draftSteps(model, ordered, { actorOf, report });
  const flows = draftFlows(model, rows, report);
  const settings = model.processes.map(readSettings).find((found) => found !== undefined);
  return {
    format: 'alur.sop',
    version: 1,
    identity: toIdentity(model),
    actors,
    steps: rows.steps,
    flows,
    ...(settings && { settings }),
  };
}

function toIdentity({ processes, title, unit }: BpmnModel): Procedure['identity'] {
  const main = processes.find((process) => readIdentity(process) !== undefined);
  const own = main && readIdentity(main);
  if (!own) return { ...emptyProcedure(title).identity, unit };
  const name = main ? readName(main) : '';
  return name === '' || isSameName(name, own.title) ? own : { ...own, title: name };
}

function toDefaultActor(index: number, count: number): string {
  return count === 1 ? 'Pelaksana' : `Pelaksana ${index + 1}`;
}

function toActors({ actors }: BpmnModel): {
  readonly actors: Procedure['actors'];
  /** Key of a lane or pool → actor id. */
  readonly actorOf: ReadonlyMap<string, string>;
} {
  const owns = actors.map(({ element }) => readActor(element));
  const ids = new IdMaker(
    'a',
    owns.flatMap((own) => own?.id ?? []),
  );
  const actorOf = new Map<string, string>();
  const used = new Set<string>();
  const made = actors.map(({ key, name, group }, index) => {
    const own = owns[index];
    const isFirst = own !== undefined && !used.has(own.id);
    const id = isFirst ? own.id : ids.take(own ? '' : key);
    used.add(id);
    actorOf.set(key, id);
    const isSameGroup = own !== undefined && isSameName(own.group ?? '', group ?? '');
    const kept = isSameGroup ? own.group : group;
    return {
      id,
      name:
        own && isSameName(own.name, name) ? own.name : name || toDefaultActor(index, actors.length),
      ...(kept !== undefined && { group: kept }),
    };
  });
  return { actors: made, actorOf };
}
