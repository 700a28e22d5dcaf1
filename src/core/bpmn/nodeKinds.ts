import type { ModdleElement } from 'bpmn-moddle';
import type { SymbolKind } from '#core/model/procedure.ts';
import type { ImportReport } from './importReport.ts';
import { readElements } from './readElement.ts';

/** The symbol that a BPMN node becomes. */
export function toKind(element: ModdleElement): SymbolKind {
  if (element.$instanceOf('bpmn:StartEvent') || element.$instanceOf('bpmn:EndEvent'))
    return 'terminator';
  return element.$instanceOf('bpmn:Gateway') ? 'decision' : 'process';
}

/** The kind that we wrote, unless another tool has since made the node something else. */
export function toOwnKind(element: ModdleElement, written: string): SymbolKind {
  const kind = toKind(element);
  // A capsule that arrows enter and leave was written as a task.
  return written === 'terminator' && kind === 'process' ? 'terminator' : kind;
}

/** Says what is lost where a node means more than its symbol does. */
export function reportKind(element: ModdleElement, report: ImportReport): void {
  const isEvent = element.$instanceOf('bpmn:Event');
  const hasTrigger = isEvent && readElements(element, 'eventDefinitions').length > 0;
  const isPlainEnd = element.$instanceOf('bpmn:StartEvent') || element.$instanceOf('bpmn:EndEvent');
  if (hasTrigger && isPlainEnd)
    report.add('event-simplified', element, 'became a plain capsule; its trigger is lost');
  else if (isEvent && !isPlainEnd)
    report.add('event-simplified', element, 'became a step, since an SOP has no events between');
  else if (element.$instanceOf('bpmn:Gateway') && !element.$instanceOf('bpmn:ExclusiveGateway'))
    report.add('gateway-simplified', element, 'became a decision');
}

/** What an unnamed start or end is called where it has a row of its own. */
export function toDefaultName(element: ModdleElement): string {
  if (element.$instanceOf('bpmn:StartEvent')) return 'Mulai';
  return element.$instanceOf('bpmn:EndEvent') ? 'Selesai' : '';
}

/** A start or end whose name says no more than that. */
export function isPlainMark(element: ModdleElement, name: string): boolean {
  if (toKind(element) !== 'terminator') return false;
  return /^(?:start(?: ?event)?|begin|mulai|end(?: ?event)?|stop|selesai)?$/i.test(name.trim());
}
