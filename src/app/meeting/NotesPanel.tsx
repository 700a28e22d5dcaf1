import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeeting } from './meetingContext.ts';
import { NoteField } from './NoteField.tsx';

/** What the note taker writes about the current item and about the whole. */
export function NotesPanel() {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const item = meeting.items.find(({ id }) => id === meeting.live.item);
  return (
    <Stack gap="md">
      {item && (
        <NoteField key={item.id} item={item.id} label={t('notes.ofItem', { title: item.title })} />
      )}
      <NoteField item={null} label={t('notes.general')} />
    </Stack>
  );
}
