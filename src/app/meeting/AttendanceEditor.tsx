import { ActionIcon, Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#core/edit/newId.ts';
import { type AttendanceEntry, attendanceStates, meetingLimits } from '#core/meeting/meeting.ts';
import type { Attendance } from '#core/meeting/minutes.ts';
import { useMeeting } from './meetingContext.ts';
import './AttendanceEditor.css';

export interface AttendanceEditorProps {
  readonly attendance: readonly Attendance[];
}

/** Who was there, corrected by hand; what the connections say is kept and can be taken back to. */
export function AttendanceEditor({ attendance }: AttendanceEditorProps) {
  const { t } = useTranslation('meeting');
  const { run } = useMeeting();
  const [name, setName] = useState('');

  function add(): void {
    const entry = { id: newId(Math.random), name: name.trim(), position: '' };
    void run({ type: 'correctAttendance', entry: { ...entry, state: 'present' } }).then(
      (isDone) => isDone && setName(''),
    );
  }

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('minutes.attendanceText')}
      </Text>
      <ul className="attendance">
        {attendance.map((entry) => (
          <Entry key={`${entry.id} ${entry.name} ${entry.position}`} entry={entry} />
        ))}
      </ul>
      <form
        className="attendanceNew"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          flex={1}
          aria-label={t('minutes.newName')}
          placeholder={t('minutes.newName')}
          value={name}
          maxLength={meetingLimits.maxNameLength}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={name.trim() === ''}
          leftSection={<IconPlus size={16} aria-hidden="true" />}
        >
          {t('minutes.add')}
        </Button>
      </form>
    </Stack>
  );
}

interface EntryProps {
  readonly entry: Attendance;
}

function Entry({ entry }: EntryProps) {
  const { t } = useTranslation('meeting');
  const { run } = useMeeting();
  const { id, state, isCorrected } = entry;
  const [name, setName] = useState(entry.name);
  const [position, setPosition] = useState(entry.position);

  function save(change: Partial<AttendanceEntry>): void {
    const next = {
      id,
      name: name.trim() || entry.name,
      position: position.trim(),
      state,
      ...change,
    };
    const isSame =
      next.name === entry.name && next.position === entry.position && next.state === state;
    if (!isSame) void run({ type: 'correctAttendance', entry: next });
  }

  return (
    <li>
      <TextInput
        aria-label={t('minutes.nameOf', { name: entry.name })}
        value={name}
        maxLength={meetingLimits.maxNameLength}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => save({})}
      />
      <TextInput
        aria-label={t('minutes.positionOf', { name: entry.name })}
        placeholder={t('minutes.position')}
        value={position}
        maxLength={meetingLimits.maxTitleLength}
        onChange={(event) => setPosition(event.currentTarget.value)}
        onBlur={() => save({})}
      />
      <NativeSelect
        aria-label={t('minutes.stateOf', { name: entry.name })}
        value={state}
        onChange={(event) => {
          const chosen = attendanceStates.find((each) => each === event.currentTarget.value);
          if (chosen) save({ state: chosen });
        }}
        data={attendanceStates.map((value) => ({ value, label: t(`minutes.${value}`) }))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={!isCorrected}
        aria-label={t('minutes.takeBack', { name: entry.name })}
        data-tooltip={t('minutes.takeBackHint')}
        onClick={() => void run({ type: 'dropCorrection', id })}
      >
        <IconArrowBackUp size={16} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
