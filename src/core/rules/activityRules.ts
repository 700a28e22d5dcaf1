import type { Actor, Procedure, Step } from '#core/model/procedure.ts';
import type { Finding } from './finding.ts';
import { isActiveVerb, suggestVerb } from './verbForms.ts';

/** K1 to K3 and F4: how a step's activity is written, and who does it. */
export function checkActivities({ steps, actors }: Procedure): readonly Finding[] {
  return steps.flatMap((step) => [
    ...checkBeginning(step, actors),
    ...checkActors(step),
    ...checkCondition(step),
  ]);
}

function checkBeginning(step: Step, actors: readonly Actor[]): readonly Finding[] {
  const activity = step.activity.trim().replace(/^(?:\d+|[a-z])[.)]\s*/i, '');
  const word = /^[\p{L}-]+/u.exec(activity)?.[0];
  if (word === undefined) return [];
  const place = { kind: 'step', step: step.id } as const;
  const actor = findActor(activity, actors);
  if (actor)
    return [
      {
        rule: 'K2',
        level: 'warning',
        place,
        message: 'activity-actor',
        parameters: { name: actor },
      },
    ];
  if (isActiveVerb(word)) return [];
  const suggestion = suggestVerb(word);
  const message = suggestion ? 'activity-verb-suggested' : 'activity-verb';
  const parameters = suggestion ? { word, suggestion } : { word };
  return [{ rule: 'K1', level: 'warning', place, message, parameters }];
}

function findActor(activity: string, actors: readonly Actor[]): string | undefined {
  const text = activity.toLowerCase();
  return actors
    .map(({ name }) => name.trim())
    .filter((name) => name.length > 1)
    .find((name) => {
      const start = name.toLowerCase();
      return text.startsWith(start) && !/^[\p{L}\d]/u.test(text.slice(start.length));
    });
}

function checkActors({ id, symbols, joint }: Step): readonly Finding[] {
  const count = new Set(symbols.map(({ actor }) => actor)).size;
  if (count < 2 || joint) return [];
  const place = { kind: 'step', step: id } as const;
  return [{ rule: 'K3', level: 'info', place, message: 'several-actors', parameters: { count } }];
}

function checkCondition({ id, activity, symbols }: Step): readonly Finding[] {
  const word = /\b(?:jika|apabila|bila|bilamana)\b/i.exec(activity)?.[0];
  if (word === undefined || symbols.some(({ kind }) => kind === 'decision')) return [];
  const place = { kind: 'step', step: id } as const;
  const parameters = { word: word.toLowerCase() };
  return [{ rule: 'F4', level: 'warning', place, message: 'condition-in-activity', parameters }];
}
