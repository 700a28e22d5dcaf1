import { IconMessage, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { locateTarget } from '#core/suggestions/targets.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { MentionText } from './MentionText.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { SuggestionThread } from './SuggestionThread.tsx';
import { useParts } from './suggestionsContext.ts';
import { takeLostFocus } from './takeLostFocus.ts';
import { toAuthor } from './toAuthor.ts';
import { useTargetName } from './useTargetName.ts';
import { useTimes } from './useTimes.ts';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  readonly isPicked: boolean;
}

/** One suggestion in the list; the one that is read shows its whole thread. */
export function SuggestionCard({ suggestion, isPicked }: SuggestionCardProps) {
  const { t } = useTranslation('suggestions');
  const { ui } = useParts();
  const procedure = useProcedure(toItself);
  const toName = useTargetName();
  const { toMoment } = useTimes();
  const ref = useRef<HTMLLIElement>(null);
  const { number, text, author, replies, proposal, status, isSent } = suggestion;
  const isGone = locateTarget(procedure, suggestion).state === 'removed';
  useEffect(() => {
    if (!isPicked) return;
    ref.current?.scrollIntoView({ block: 'nearest' });
    takeLostFocus(ref.current?.querySelector<HTMLElement>('.suggestionHead'));
  }, [isPicked]);
  return (
    <li ref={ref} className="suggestionCard" data-picked={isPicked || undefined}>
      <button
        type="button"
        className="suggestionHead"
        aria-expanded={isPicked}
        onClick={() => ui.pick(isPicked ? null : suggestion.id)}
      >
        <span className="suggestionNumber" data-status={status}>
          {number}
        </span>
        <span className="suggestionWhere" data-gone={isGone || undefined}>
          {toName(procedure, suggestion)}
        </span>
        {status !== 'open' && <StatusBadge status={status} />}
      </button>
      <div className="suggestionBody" data-short={!isPicked || undefined}>
        <MentionText text={text} />
      </div>
      <p className="suggestionMeta">
        <span>{author ? toAuthor(author.name, author.division) : t('anonymousName')}</span>
        <span>{isSent ? toMoment(suggestion.createdAt) : t('notSent')}</span>
        {proposal.length > 0 && (
          <span title={t('proposal')}>
            <IconPencil size={13} role="img" aria-label={t('proposal')} />
          </span>
        )}
        {replies.length > 0 && !isPicked && (
          <span>
            <IconMessage size={13} aria-hidden="true" /> {t('replies', { count: replies.length })}
          </span>
        )}
      </p>
      {isPicked && <SuggestionThread suggestion={suggestion} procedure={procedure} />}
    </li>
  );
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
