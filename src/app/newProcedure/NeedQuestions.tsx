import { Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const questions = ['routine', 'output', 'parties'] as const;
type Question = (typeof questions)[number];
type Answer = 'yes' | 'no';

/** Whether an SOP is warranted: three questions. A "no" gives advice and forbids nothing. */
export function NeedQuestions() {
  const { t } = useTranslation('newProcedure');
  const [answers, setAnswers] = useState<Partial<Record<Question, Answer>>>({});
  const isWarranted = questions.every((question) => answers[question] === 'yes');
  return (
    <fieldset className="needQuestions">
      <legend>{t('need.title')}</legend>
      {questions.map((question) => (
        <div key={question} className="needQuestion">
          <AnswerChoice
            question={question}
            answer={answers[question]}
            onAnswer={(answer) => setAnswers({ ...answers, [question]: answer })}
          />
          {answers[question] === 'no' && (
            <Text size="sm" className="needAdvice" role="status">
              {t(`need.${question}.advice`)}
            </Text>
          )}
        </div>
      ))}
      {isWarranted && (
        <Text size="sm" c="dimmed" role="status">
          {t('need.warranted')}
        </Text>
      )}
    </fieldset>
  );
}

interface AnswerChoiceProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  onAnswer(answer: Answer): void;
}

function AnswerChoice({ question, answer, onAnswer }: AnswerChoiceProps) {
  const { t } = useTranslation('newProcedure');
  const id = useId();
  return (
    <div className="needLine" role="radiogroup" aria-labelledby={id}>
      <span id={id}>{t(`need.${question}.text`)}</span>
      <span className="needAnswers">
        {(['yes', 'no'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={id}
              checked={answer === each}
              onChange={() => onAnswer(each)}
            />
            <span>{t(`need.${each}`)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
