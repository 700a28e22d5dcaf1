import { useState } from 'react';
import type { MeetingCommand, MeetingDetails } from '#core/meeting/meetingCommand.ts';
import type { MeetingView } from '#core/meeting/viewMeeting.ts';
import { toAgendaCommands } from './agendaCommands.ts';
import type { AgendaDraft } from './agendaDraft.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { useMeeting } from './meetingContext.ts';

export interface ChangeMeetingProps {
  onClose(): void;
}

/** The same form as for a new meeting; what differs is sent. */
export function ChangeMeeting({ onClose }: ChangeMeetingProps) {
  const { meeting, run } = useMeeting();
  const [before] = useState(meeting);
  const [isBusy, setBusy] = useState(false);

  async function save(details: MeetingDetails, agenda: AgendaDraft): Promise<void> {
    setBusy(true);
    for (const command of toCommands(before, details, agenda)) if (!(await run(command))) break;
    setBusy(false);
    onClose();
  }

  return (
    <MeetingForm
      details={toDetails(before)}
      agenda={before.items.map(({ id, procedure, title, presenter, minutes }) => ({
        id,
        procedure,
        title,
        presenter,
        minutes,
      }))}
      isBusy={isBusy}
      onCancel={onClose}
      onSubmit={(details, agenda) => void save(details, agenda)}
    />
  );
}

function toDetails({ title, office, place, scheduledOn }: MeetingView): MeetingDetails {
  return { title, office: [...office], place, scheduledOn };
}

function toCommands(
  before: MeetingView,
  details: MeetingDetails,
  agenda: AgendaDraft,
): readonly MeetingCommand[] {
  const isSame = JSON.stringify(toDetails(before)) === JSON.stringify(details);
  return [
    ...(isSame ? [] : [{ type: 'setDetails', details } as const]),
    ...toAgendaCommands(before.items, agenda),
  ];
}
