import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import {
  type Suggestion,
  type SuggestionStatus,
  suggestionLimits,
  type TargetState,
} from '#core/suggestions/suggestion.ts';
import { captureTarget } from '#core/suggestions/targets.ts';
import { useSession } from '#session/react/hooks.ts';
import { useParts } from './suggestionsContext.ts';
import { toClosing } from './toClosing.ts';
import { useEntry } from './useEntry.ts';

interface SettlingProps {
  readonly suggestion: Suggestion;
  readonly procedure: Procedure;
}

/** Takes the proposal over, and decides. */
export function Settling({ suggestion, procedure }: SettlingProps) {
  const { t } = useTranslation('suggestions');
  const session = useSession();
  const { stateAtFirst } = useParts();
  const [outcome, setOutcome] = useState<SuggestionStatus>();
  const [before, setBefore] = useState<TargetState | null>();
  const isSettled = suggestion.status !== 'open';

  function applyProposal(): void {
    const state = captureTarget(procedure, suggestion);
    const result = session.apply({ type: 'batch', edits: suggestion.proposal });
    if (!result.ok) {
      notifications.show({ color: 'yellow', message: t('notApplicable') });
      return;
    }
    notifications.show({ message: t('applied') });
    setBefore(state);
    setOutcome('accepted');
  }

  if (outcome)
    return (
      <DecisionForm
        suggestion={suggestion}
        outcome={outcome}
        before={before === undefined ? stateAtFirst(suggestion.id) : before}
        onDone={() => {
          setOutcome(undefined);
          setBefore(undefined);
        }}
      />
    );
  return (
    <Group gap={6} className="suggestionSettling">
      {suggestion.proposal.length > 0 && !isSettled && (
        <Button size="compact-sm" onClick={applyProposal}>
          {t('apply')}
        </Button>
      )}
      {(isSettled ? reopening : settling).map((each) => (
        <Button key={each} size="compact-sm" variant="default" onClick={() => setOutcome(each)}>
          {t(`decide.${each}`)}
        </Button>
      ))}
    </Group>
  );
}

const settling = ['accepted', 'rejected', 'deferred'] as const;
const reopening = ['open'] as const;

interface DecisionFormProps {
  readonly suggestion: Suggestion;
  readonly outcome: SuggestionStatus;
  /** What the target said before the edits; undefined where nobody looked. */
  readonly before: TargetState | null | undefined;
  onDone(): void;
}

function DecisionForm({ suggestion, outcome, before, onDone }: DecisionFormProps) {
  const { t } = useTranslation('suggestions');
  const { people } = useParts();
  const session = useSession();
  const write = useEntry();
  const namesId = useId();
  const [reason, setReason] = useState('');
  const [responsible, setResponsible] = useState('');
  const [dueOn, setDueOn] = useState('');
  const hasDuty = outcome === 'accepted' || outcome === 'deferred';

  function decide(): void {
    const after = captureTarget(session.procedure.get(), suggestion);
    const id = write({
      ...{ type: 'decide', suggestion: suggestion.id, outcome },
      reason: reason.trim(),
      responsible: hasDuty ? responsible.trim() : '',
      dueOn: hasDuty && dueOn !== '' ? dueOn : null,
      closing: outcome === 'accepted' ? toClosing(before, after) : null,
    });
    if (id !== undefined) onDone();
  }

  return (
    <form
      className="decisionForm"
      aria-label={t(`decide.${outcome}`)}
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
    >
      <Textarea
        size="xs"
        label={t('reason')}
        value={reason}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={suggestionLimits.maxTextLength}
        data-autofocus
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          decide();
        }}
      />
      {hasDuty && (
        <Group gap="xs" grow>
          <TextInput
            size="xs"
            label={t('responsible')}
            value={responsible}
            list={namesId}
            maxLength={suggestionLimits.maxNameLength}
            onChange={(event) => setResponsible(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            type="date"
            label={t('due')}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </Group>
      )}
      <datalist id={namesId}>
        {people.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="compact-sm" type="submit">
          {t(`decide.${outcome}`)}
        </Button>
      </Group>
    </form>
  );
}
