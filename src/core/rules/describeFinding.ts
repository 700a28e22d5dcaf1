import type { Procedure } from '#core/model/procedure.ts';
import type { Finding, Place } from './finding.ts';
import { messages } from './messages.ts';

/** A finding as a sentence in Indonesian, with what it points at: `Langkah 4: …`. */
export function describeFinding(procedure: Procedure, finding: Finding): string {
  const place = describePlace(procedure, finding.place);
  const message = fillMessage(finding);
  return place === '' ? message : `${place}: ${message}`;
}

function fillMessage({ message, parameters = {} }: Finding): string {
  return messages[message].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters[name] ?? ''),
  );
}

function describePlace(procedure: Procedure, place: Place): string {
  switch (place.kind) {
    case 'procedure':
      return '';
    case 'step':
    case 'symbol':
      return `Langkah ${rowOf(procedure, (step) => step.id === place.step)}`;
    case 'flow': {
      const flow = procedure.flows.find(({ id }) => id === place.flow);
      if (!flow) return '';
      const [from, to] = [flow.from, flow.to].map((end) =>
        rowOf(procedure, (step) => step.symbols.some(({ id }) => id === end)),
      );
      return `Panah ${from} → ${to}`;
    }
    case 'actor':
      return 'Pelaksana';
    case 'identity':
      return 'Identitas';
  }
}

function rowOf(
  { steps }: Procedure,
  matches: (step: Procedure['steps'][number]) => boolean,
): number {
  return steps.findIndex(matches) + 1;
}
