import { IconCornerUpLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { type Choice, findOnward, toChoices } from '#core/presentation/walk.ts';
import { toWays } from '#core/presentation/ways.ts';
import { toActivity, toNumbered } from './presentationTexts.ts';
import './Exits.css';

export interface ExitsProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  onCommand(command: PresentationCommand): void;
}

/** Where the flow goes on: the exits to choose from, or the one step that comes next. */
export function Exits({ procedure, state, onCommand }: ExitsProps) {
  const { t } = useTranslation('presentation');
  const choices = toChoices(procedure, state);
  const isChoice = choices.length > 1;
  return (
    <div className="presentExits">
      {isChoice && (
        <fieldset className="presentChoices" aria-label={t('exits')}>
          {choices.map((choice, index) => (
            <ExitButton
              key={choice.flow}
              choice={choice}
              index={index}
              onChoose={() => onCommand({ type: 'choose', index })}
            />
          ))}
        </fieldset>
      )}
      {!(isChoice && choices.some(({ isOnward }) => isOnward)) && (
        <Onward procedure={procedure} state={state} onCommand={onCommand} />
      )}
    </div>
  );
}

/** A longer label is set smaller: the step that it leads to needs room too. */
const maxLargeLabel = 12;

interface ExitButtonProps {
  readonly choice: Choice;
  readonly index: number;
  onChoose(): void;
}

function ExitButton({ choice, index, onChoose }: ExitButtonProps) {
  const { t } = useTranslation('presentation');
  const { step, row } = choice.target;
  const label = choice.label.trim() || t('noLabel');
  const activity = toActivity(step, t);
  return (
    <button
      type="button"
      className="presentChoice"
      data-onward={choice.isOnward}
      data-seen={choice.isSeen}
      aria-label={t('exit', { number: index + 1, label, step: row + 1, activity })}
      // The keys stay with the presentation.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <kbd className="presentChoiceKey">{index + 1}</kbd>
      <span className="presentChoiceLabel" data-long={label.length > maxLargeLabel}>
        {label}
      </span>
      <span className="presentChoiceTo">
        {choice.isBack && <IconCornerUpLeft aria-hidden="true" />}
        {toNumbered(step, row, t)}
      </span>
    </button>
  );
}

/** What "next" brings. */
function Onward({ procedure, state, onCommand }: ExitsProps) {
  const { t } = useTranslation('presentation');
  const onward = findOnward(procedure, state);
  if (onward.by === 'closing') return <p className="presentOnward">{t('allSeen')}</p>;
  const target = toWays(procedure).ways.get(onward.by === 'exit' ? onward.exit.to : onward.to);
  if (!target) return null;
  return (
    <button
      type="button"
      className="presentOnward"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCommand({ type: 'next' })}
    >
      <span className="presentOnwardWhy">
        {onward.by === 'exit' ? t('onward') : t(`jump.${onward.why}`)}
      </span>
      <span className="presentOnwardTo">{toNumbered(target.step, target.row, t)}</span>
    </button>
  );
}
