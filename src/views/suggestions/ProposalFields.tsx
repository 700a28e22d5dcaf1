import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { ProposalField, ProposalForm } from './proposal.ts';

/** What somebody wrote into the form so far. */
export interface ProposalAnswers {
  readonly texts: ReadonlyMap<string, string>;
  /** The target shall go; then the texts do not count. */
  readonly isRemoved: boolean;
}

export const noAnswers: ProposalAnswers = { texts: new Map(), isRemoved: false };

interface ProposalFieldsProps {
  readonly procedure: Procedure;
  readonly form: ProposalForm;
  readonly answers: ProposalAnswers;
  onAnswer(answers: ProposalAnswers): void;
}

/** The form in which one says how it should be. */
export function ProposalFields({ procedure, form, answers, onAnswer }: ProposalFieldsProps) {
  const { t } = useTranslation('suggestions');
  const { texts, isRemoved } = answers;
  return (
    <fieldset className="proposalForm">
      <legend>{t('propose')}</legend>
      {!isRemoved &&
        form.fields.map((field) => (
          <Field
            key={field.key}
            procedure={procedure}
            field={field}
            value={texts.get(field.key) ?? field.value}
            onChange={(value) =>
              onAnswer({ ...answers, texts: new Map(texts).set(field.key, value) })
            }
          />
        ))}
      {form.removal && (
        <Checkbox
          label={t(form.removal.type === 'removeFlow' ? 'removeFlow' : 'removeStep')}
          checked={isRemoved}
          onChange={(event) => onAnswer({ ...answers, isRemoved: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}

interface FieldProps {
  readonly procedure: Procedure;
  readonly field: ProposalField;
  readonly value: string;
  onChange(value: string): void;
}

function Field({ procedure, field, value, onChange }: FieldProps) {
  const { t } = useTranslation('suggestions');
  const { t: tTable } = useTranslation('table');
  if (field.of === 'actor')
    return (
      <NativeSelect
        size="xs"
        label={t('actor')}
        value={value}
        data={procedure.actors.map(({ id, name }) => ({ value: id, label: name || t('unnamed') }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const { target } = field;
  const name =
    target.of === 'step'
      ? tTable(`field.${target.field}`)
      : tTable(`target.${target.of === 'number' || target.of === 'label' ? target.of : 'title'}`);
  return (
    <Textarea
      size="xs"
      label={name}
      value={value}
      autosize
      minRows={1}
      maxRows={6}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
