import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { PageFrame } from '#app/PageFrame.tsx';
import { useAction } from '#app/useAction.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { MeetingDetails } from '#core/meeting/meetingCommand.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { meetingApi } from './meetingApi.ts';
import { toNextHour } from './scheduled.ts';

/** The letterhead of the last meeting that was planned in this browser. */
const officeKey = 'alur.meetingOffice';

export function NewMeetingPage() {
  const { t } = useTranslation('meeting');
  const [, navigate] = useLocation();
  const { isBusy, run } = useAction();
  const [blank] = useState(toBlank);
  usePageTitle(t('form.title'));
  return (
    <PageFrame>
      <Title order={1} mb="lg">
        {t('form.title')}
      </Title>
      <MeetingForm
        details={blank}
        agenda={[]}
        isBusy={isBusy}
        onCancel={() => navigate('/rapat')}
        onSubmit={(details, items) =>
          void run(async () => {
            const { id } = await meetingApi.create({ details, items });
            localStorage.setItem(officeKey, details.office.join('\n'));
            navigate(`/rapat/${id}`);
          })
        }
      />
    </PageFrame>
  );
}

function toBlank(): MeetingDetails {
  const { date, time } = toNextHour(new Date());
  const office = (localStorage.getItem(officeKey) ?? '').split('\n').filter(Boolean);
  return { title: '', place: '', office, scheduledOn: `${date}T${time}` };
}
