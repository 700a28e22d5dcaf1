import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { noteTarget } from '#core/suggestions/targets.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { MentionField } from './MentionField.tsx';
import { findMentioned } from './mentions.ts';
import { noAnswers, ProposalFields } from './ProposalFields.tsx';
import { ProposalPreview } from './ProposalPreview.tsx';
import { toProposal, toProposalForm } from './proposal.ts';
import { useParts } from './suggestionsContext.ts';
import { useDivision } from './useDivision.ts';
import { useEntry } from './useEntry.ts';
import { useTargetName } from './useTargetName.ts';

interface ComposerProps {
  readonly target: SuggestionTarget;
}

/** Where a new suggestion is written. */
export function Composer({ target }: ComposerProps) {
  const { t } = useTranslation('suggestions');
  const { view, ui, people } = useParts();
  const procedure = useProcedure(toItself);
  const toName = useTargetName();
  const [division, setDivision] = useDivision();
  const write = useEntry();
  const key = JSON.stringify(target);
  const [text, setText] = useState(ui.drafts.get(key) ?? '');
  const [isAnonymous, setAnonymous] = useState(false);
  const [isProposing, setProposing] = useState(false);
  const [answers, setAnswers] = useState(noAnswers);
  const place = noteTarget(procedure, target);
  const form = toProposalForm(procedure, target);
  const changes = form ? toProposal(form, answers.texts) : [];
  const proposal = answers.isRemoved && form?.removal ? [form.removal] : changes;

  function send(): void {
    const words = text.trim() || (proposal.length > 0 ? t('seeProposal') : '');
    if (words === '') return;
    const mentions = findMentioned(words, people);
    const id = write({ type: 'add', target, place, text: words, mentions, proposal }, isAnonymous);
    if (id === undefined) return;
    ui.drafts.delete(key);
    ui.pick(id);
  }

  /** Kept while one looks at something else, until it is sent or left off. */
  function keep(next: string): void {
    ui.drafts.set(key, next);
    setText(next);
  }

  function leaveOff(): void {
    ui.drafts.delete(key);
    ui.stopWriting();
  }

  return (
    <section className="suggestionComposer" aria-label={t('new')}>
      <Text size="sm" fw={600}>
        {toName(procedure, { target, place })}
      </Text>
      {place.text && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {place.text}
        </Text>
      )}
      <MentionField
        label={t('newText')}
        placeholder={t('placeholder')}
        value={text}
        isFocused
        minRows={3}
        onChange={keep}
        onSend={send}
        onCancel={leaveOff}
      />
      {form && !isProposing && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ justifySelf: 'start' }}
          leftSection={<IconPencilPlus size={16} aria-hidden="true" />}
          onClick={() => setProposing(true)}
        >
          {t('propose')}
        </Button>
      )}
      {form && isProposing && (
        <ProposalFields procedure={procedure} form={form} answers={answers} onAnswer={setAnswers} />
      )}
      {proposal.length > 0 && <ProposalPreview procedure={procedure} edits={proposal} />}
      {view.suggestions.rules.allowsAnonymous && (
        <Checkbox
          size="xs"
          label={t('anonymous')}
          {...(isAnonymous && { description: t('anonymousHint') })}
          checked={isAnonymous}
          onChange={(event) => setAnonymous(event.currentTarget.checked)}
        />
      )}
      <Group justify="space-between" align="flex-end" gap="xs">
        {isAnonymous ? (
          <span />
        ) : (
          <TextInput
            size="xs"
            className="suggestionDivision"
            label={t('division')}
            placeholder={t('divisionHint')}
            value={division}
            maxLength={200}
            onChange={(event) => setDivision(event.currentTarget.value)}
          />
        )}
        <Group gap="xs">
          <Button size="sm" variant="default" onClick={leaveOff}>
            {t('cancel')}
          </Button>
          <Button size="sm" onClick={send} disabled={text.trim() === '' && proposal.length === 0}>
            {t('send')}
          </Button>
        </Group>
      </Group>
    </section>
  );
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
