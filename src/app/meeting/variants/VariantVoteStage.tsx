import { Button, Group, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '#app/api.ts';
import { type ComparedVariant, VariantComparison } from '#app/compare/VariantComparison.tsx';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { meetingApi } from '#app/meeting/meetingApi.ts';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import { Opening } from '#app/meeting/Opening.tsx';
import { VoteBadges } from '#app/meeting/VoteBadges.tsx';
import { VoteChoice } from '#app/meeting/VoteChoice.tsx';
import { useLoad } from '#app/useLoad.ts';
import type { VoteView } from '#core/meeting/viewMeeting.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { AdoptButton } from './AdoptButton.tsx';
import { StageHead } from './StageHead.tsx';
import './VariantVoteStage.css';

export interface VariantVoteStageProps {
  readonly vote: VoteView;
  readonly backLabel: string;
  onBack(): void;
}

/** A vote between states of an SOP: each as it was when the vote was opened, and what one chooses. */
export function VariantVoteStage(props: VariantVoteStageProps) {
  const { meeting } = useMeeting();
  const { id } = props.vote;
  const [state, reload] = useLoad(useCallback(() => loadStates(meeting.id, id), [meeting.id, id]));
  switch (state.status) {
    case 'loading':
      return <Opening />;
    case 'failed':
      return <LoadProblem problem={state.problem} onRetry={reload} />;
    case 'ready':
      return <OpenVote {...props} states={state.value} />;
  }
}

type LoadedStates = Awaited<ReturnType<typeof loadStates>>;

function OpenVote({
  vote,
  states,
  backLabel,
  onBack,
}: VariantVoteStageProps & { readonly states: LoadedStates }) {
  const { t } = useTranslation('meeting');
  const { meeting, isModerator, isPresenter, run } = useMeeting();
  const isOpen = vote.closedAt === null;
  const most = Math.max(0, ...(vote.counts ?? []));
  const plain = vote.choices.filter(({ state }) => !state);
  // What is chosen between stays the same while ballots come in: nothing is compared or drawn again.
  const [choices] = useState(vote.choices);
  const variants = useMemo(() => toCompared(choices, states), [choices, states]);
  const isLeader = isModerator || isPresenter;

  function choiceFor(key: string) {
    const index = vote.choices.findIndex((each) => each.id === key);
    const choice = vote.choices[index];
    if (!choice) return null;
    const count = vote.counts?.[index];
    const isMost = !isOpen && choice.state !== undefined && most > 0 && count === most;
    const procedure = variants.find((each) => each.key === key)?.procedure;
    return (
      <>
        <VoteChoice vote={vote} choice={choice} isMost={isMost} />
        {!isOpen && states.mayEdit && procedure && (
          <AdoptButton vote={vote} choice={choice} procedure={procedure} isMost={isMost} />
        )}
      </>
    );
  }

  const adopted = vote.choices.find((choice) => choice.id === vote.adopted?.choice);
  const adopter = meeting.people.find(({ id }) => id === vote.adopted?.person)?.name ?? '';
  return (
    <section className="variantVote" aria-label={vote.question}>
      <StageHead
        title={vote.question}
        backLabel={backLabel}
        onBack={onBack}
        tools={
          isOpen &&
          isLeader && (
            <Button size="sm" onClick={() => void run({ type: 'closeVote', vote: vote.id })}>
              {t('vote.close')}
            </Button>
          )
        }
      >
        <Group gap={8}>
          <VoteBadges vote={vote} />
          <Text size="sm" c="dimmed" role="status">
            {t('vote.cast', { count: vote.cast })}
            {isOpen && <span className="variantVoteHint">{` · ${t('variant.frozen')}`}</span>}
            {adopted && ` · ${t('variant.adoptedBy', { name: adopted.text, by: adopter })}`}
          </Text>
        </Group>
      </StageHead>
      <VariantComparison variants={variants} actionFor={choiceFor} />
      {plain.length > 0 && (
        <footer className="variantVoteRest">
          {plain.map((choice) => (
            <VoteChoice key={choice.id} vote={vote} choice={choice} />
          ))}
        </footer>
      )}
    </section>
  );
}

function toCompared(
  choices: VoteView['choices'],
  { states }: LoadedStates,
): readonly ComparedVariant[] {
  return choices.flatMap(({ id, text }) => {
    const procedure = states.get(id);
    return procedure ? [{ key: id, letter: text.split(' ')[0] ?? '', label: text, procedure }] : [];
  });
}

async function loadStates(meetingId: string, voteId: string) {
  const { mayEdit, states } = await meetingApi.votedStates(meetingId, voteId);
  const procedures = states.map(({ choice, file }) => {
    const parsed = parseProcedureFile(file);
    if (!parsed.ok) throw new ApiProblem({ ...parsed.problem, code: 'bad-file', status: 200 });
    return [choice, parsed.procedure] as const;
  });
  if (procedures.length < 2)
    throw new ApiProblem({ code: 'unknown-version', message: '', status: 404 });
  return { mayEdit, states: new Map(procedures) };
}
