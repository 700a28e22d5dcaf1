import { Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingLimits } from '#core/meeting/meeting.ts';
import { useMeeting } from './meetingContext.ts';

export interface NoteFieldProps {
  /** Null for the notes on the whole meeting. */
  readonly item: string | null;
  readonly label: string;
}

/** How long after the last key a note is written. */
const saveDelayMs = 1200;

/** What the note taker writes; it is kept by itself. What somebody else wrote meanwhile is kept too. */
export function NoteField({ item, label }: NoteFieldProps) {
  const { t } = useTranslation('meeting');
  const { meeting, run } = useMeeting();
  const note = meeting.notes.find((each) => each.item === item);
  const theirs = note?.text ?? '';
  const revision = note?.revision ?? 0;
  const [draft, setDraft] = useState<string>();
  const [hasMerged, setMerged] = useState(false);
  // The revision that the draft was begun on.
  const baseRef = useRef(revision);
  const isSavingRef = useRef(false);

  if (draft === undefined) baseRef.current = revision;

  // What was typed in the last moment is kept when the field goes away.
  const unsavedRef = useRef<string>(undefined);
  unsavedRef.current = draft;
  useEffect(
    () => () => {
      const text = unsavedRef.current;
      if (text === undefined || isSavingRef.current) return;
      void run({ type: 'writeNote', item, text, revision: baseRef.current });
    },
    [item, run],
  );

  useEffect(() => {
    if (draft === undefined || isSavingRef.current || baseRef.current === revision) return;
    // Somebody else wrote here: both stay, for a person to mend.
    baseRef.current = revision;
    if (theirs !== draft) {
      setDraft(`${draft}\n\n${theirs}`.slice(0, meetingLimits.maxNoteLength));
      setMerged(true);
    }
  }, [draft, revision, theirs]);

  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(async () => {
      isSavingRef.current = true;
      const base = baseRef.current;
      const isDone = await run({ type: 'writeNote', item, text: draft, revision: base });
      isSavingRef.current = false;
      if (!isDone) return;
      baseRef.current = base + 1;
      setMerged(false);
      setDraft((now) => (now === draft ? undefined : now));
    }, saveDelayMs);
    return () => clearTimeout(timer);
  }, [draft, item, run]);

  return (
    <div>
      <Textarea
        label={label}
        placeholder={t('notes.placeholder')}
        value={draft ?? theirs}
        maxLength={meetingLimits.maxNoteLength}
        autosize
        minRows={4}
        maxRows={16}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <Text size="xs" c={hasMerged ? 'orange' : 'dimmed'} mt={4} role="status">
        {toStatus()}
      </Text>
    </div>
  );

  function toStatus(): string {
    if (hasMerged) return t('notes.conflict');
    if (draft !== undefined) return t('notes.saving');
    return revision > 0 ? t('notes.saved') : '';
  }
}
