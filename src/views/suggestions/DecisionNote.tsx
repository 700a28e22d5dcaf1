import { useTranslation } from 'react-i18next';
import { diffWords } from '#core/diff/diffWords.ts';
import { STEP_TEXTS } from '#core/model/procedure.ts';
import type { Closing, Decision, TargetState } from '#core/suggestions/suggestion.ts';
import { WordDiff } from '#ui/WordDiff.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { toAuthor } from './toAuthor.ts';
import { useTimes } from './useTimes.ts';

/** What was decided, by whom and why, and which change closed it. */
export function DecisionNote({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('suggestions');
  const { toMoment, toDay } = useTimes();
  const { by, at, outcome, reason, responsible, dueOn, closing, isSent } = decision;
  return (
    <section className="decisionNote" aria-label={t('decision')}>
      <p className="suggestionMeta">
        <StatusBadge status={outcome} />
        <span>{toAuthor(by.name, by.division)}</span>
        <span>{isSent ? toMoment(at) : t('notSent')}</span>
      </p>
      {reason && <p className="suggestionText">{reason}</p>}
      {(responsible || dueOn) && (
        <p className="suggestionMeta">
          {responsible && <span>{t('responsibleIs', { name: responsible })}</span>}
          {dueOn && <span>{t('dueIs', { date: toDay(dueOn) })}</span>}
        </p>
      )}
      {closing && <ClosingChange closing={closing} />}
    </section>
  );
}

/** The target before and after, in the texts that differ. */
function ClosingChange({ closing: { before, after } }: { readonly closing: Closing }) {
  const { t } = useTranslation('suggestions');
  const toTexts = useStateTexts();
  const [was, is] = [before ? toTexts(before) : undefined, after ? toTexts(after) : undefined];
  if (was && !is) return <p className="suggestionMeta">{t('stepRemoved')}</p>;
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  const changed = names.filter((name) => was?.get(name) !== is?.get(name));
  return (
    <ul className="proposalLines" aria-label={t('closedBy')}>
      {changed.map((name) => (
        <li key={name}>
          <span className="proposalTerm">{name}</span>
          <WordDiff
            words={diffWords(was?.get(name) ?? '', is?.get(name) ?? '')}
            none={t('empty')}
          />
        </li>
      ))}
      {changed.length === 0 && <li>{t('otherEdit')}</li>}
    </ul>
  );
}

function useStateTexts(): (state: TargetState) => ReadonlyMap<string, string> {
  const { t } = useTranslation('suggestions');
  const { t: tTable } = useTranslation('table');
  return (state) =>
    state.kind === 'step'
      ? new Map(STEP_TEXTS.map((field) => [tTable(`field.${field}`), state.step[field]]))
      : new Map([[t(`identity.${state.field}`), state.texts.join('\n')]]);
}
