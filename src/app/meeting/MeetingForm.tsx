import { Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingLimits } from '#core/meeting/meeting.ts';
import type { MeetingDetails } from '#core/meeting/meetingCommand.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import type { AgendaDraft } from './agendaDraft.ts';
import { FormEnd } from './FormEnd.tsx';
import './MeetingForm.css';

export interface MeetingFormProps {
  readonly details: MeetingDetails;
  readonly agenda: AgendaDraft;
  readonly isBusy: boolean;
  onCancel(): void;
  onSubmit(details: MeetingDetails, agenda: AgendaDraft): void;
}

/** What a meeting is called, where and when it is, whose it is, and its agenda. */
export function MeetingForm({ isBusy, onCancel, onSubmit, ...given }: MeetingFormProps) {
  const { t } = useTranslation('meeting');
  const [details, setDetails] = useState(given.details);
  const [agenda, setAgenda] = useState(given.agenda);
  const [office, setOffice] = useState(given.details.office.join('\n'));
  const [date = '', time = ''] = details.scheduledOn.split('T');
  const change = (changed: Partial<MeetingDetails>) => setDetails({ ...details, ...changed });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onSubmit({ ...details, title: details.title.trim(), office: toLines(office) }, agenda);
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Paper withBorder radius="lg" p="lg">
          <Stack gap="md">
            <TextInput
              label={t('form.name')}
              placeholder={t('form.namePlaceholder')}
              value={details.title}
              maxLength={meetingLimits.maxTitleLength}
              required
              withAsterisk={false}
              autoComplete="off"
              data-autofocus
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <div className="meetingWhen">
              <TextInput
                type="date"
                label={t('form.date')}
                value={date}
                required
                withAsterisk={false}
                onChange={(event) =>
                  change({ scheduledOn: `${event.currentTarget.value}T${time}` })
                }
              />
              <TextInput
                type="time"
                label={t('form.time')}
                value={time}
                required
                withAsterisk={false}
                onChange={(event) =>
                  change({ scheduledOn: `${date}T${event.currentTarget.value.slice(0, 5)}` })
                }
              />
              <TextInput
                label={t('form.place')}
                placeholder={t('form.placePlaceholder')}
                value={details.place}
                maxLength={meetingLimits.maxTitleLength}
                onChange={(event) => change({ place: event.currentTarget.value })}
              />
            </div>
            <Textarea
              label={t('form.office')}
              description={t('form.officeHint')}
              placeholder={t('form.officePlaceholder')}
              value={office}
              autosize
              minRows={2}
              maxRows={meetingLimits.maxOfficeLines}
              onChange={(event) => setOffice(event.currentTarget.value)}
            />
          </Stack>
        </Paper>
        <Paper withBorder radius="lg" p="lg">
          <AgendaEditor agenda={agenda} onChange={setAgenda} />
        </Paper>
        <FormEnd label={t('form.submit')} isBusy={isBusy} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, meetingLimits.maxTitleLength))
    .filter((line) => line !== '')
    .slice(0, meetingLimits.maxOfficeLines);
}
