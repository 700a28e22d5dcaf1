import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { DecisionNote } from './DecisionNote.tsx';
import { MentionField } from './MentionField.tsx';
import { MentionText } from './MentionText.tsx';
import { findMentioned } from './mentions.ts';
import { ProposalPreview } from './ProposalPreview.tsx';
import { Settling } from './Settling.tsx';
import { useParts } from './suggestionsContext.ts';
import { toAuthor } from './toAuthor.ts';
import { useEntry } from './useEntry.ts';
import { useTimes } from './useTimes.ts';

interface SuggestionThreadProps {
  readonly suggestion: Suggestion;
  readonly procedure: Procedure;
}

/** What is proposed, what others said, what was decided, and what one can do. */
export function SuggestionThread({ suggestion, procedure }: SuggestionThreadProps) {
  const { t } = useTranslation('suggestions');
  const { view } = useParts();
  const { toMoment } = useTimes();
  const { replies, decisions, proposal } = suggestion;
  return (
    <div className="suggestionThread">
      {proposal.length > 0 && suggestion.status !== 'accepted' && (
        <ProposalPreview procedure={procedure} edits={proposal} />
      )}
      {replies.length > 0 && (
        <ol className="suggestionReplies" aria-label={t('repliesName')}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <p className="suggestionMeta">
                <strong>{toAuthor(reply.author.name, reply.author.division)}</strong>
                <span>{reply.isSent ? toMoment(reply.createdAt) : t('notSent')}</span>
              </p>
              <MentionText text={reply.text} />
            </li>
          ))}
        </ol>
      )}
      {decisions.map((decision) => (
        <DecisionNote key={decision.id} decision={decision} />
      ))}
      {view.writer.maySuggest && <ReplyForm suggestion={suggestion} />}
      {view.writer.maySettle && <Settling suggestion={suggestion} procedure={procedure} />}
    </div>
  );
}

/** Answers, and for its author also another wording. */
function ReplyForm({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t } = useTranslation('suggestions');
  const { view, people } = useParts();
  const write = useEntry();
  const [text, setText] = useState('');
  const [isRewording, setRewording] = useState(false);
  const isMine = suggestion.author?.id === view.writer.id && suggestion.status === 'open';

  function send(): void {
    const words = text.trim();
    if (words === '') return;
    const id = suggestion.id;
    const edit: SuggestionEdit = isRewording
      ? { type: 'reword', suggestion: id, text: words }
      : { type: 'reply', suggestion: id, text: words, mentions: findMentioned(words, people) };
    if (write(edit) === undefined) return;
    setText('');
    setRewording(false);
  }

  return (
    <div className="suggestionReply">
      <MentionField
        // Another text begins with the words that it replaces, and with the caret in it.
        key={`${isRewording}`}
        label={t(isRewording ? 'reword' : 'reply')}
        placeholder={t('replyHint')}
        value={text}
        isFocused={isRewording}
        minRows={1}
        onChange={setText}
        onSend={send}
      />
      <Group gap="xs" justify="flex-end">
        {isMine && !isRewording && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              setText(suggestion.text);
              setRewording(true);
            }}
          >
            {t('reword')}
          </Button>
        )}
        {text.trim() !== '' && (
          <Button size="compact-sm" variant="light" onClick={send}>
            {t('send')}
          </Button>
        )}
      </Group>
    </div>
  );
}
