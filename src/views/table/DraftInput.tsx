import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toPrintedDate } from '#core/layout/printedDate.ts';
import { parseDateText } from '#core/model/dateText.ts';
import { limits } from '#core/model/limits.ts';
import { runAction, toAction } from './editorKeys.ts';
import { toEditorStyle } from './editorStyle.ts';
import type { EditPlace } from './editPlace.ts';
import type { TableCommands } from './TableCommands.ts';
import { useTable } from './tableContext.ts';
import type { EditSubject } from './tableState.ts';

type DraftSubject = Exclude<EditSubject, { kind: 'text' }>;

interface DraftInputProps {
  readonly subject: DraftSubject;
  readonly cellKey: string;
  readonly place: EditPlace;
}

/** A date or a group's name, typed where it is printed; it counts when it is finished. */
export function DraftInput({ subject, cellKey, place }: DraftInputProps) {
  const { t } = useTranslation('table');
  const { commands } = useTable();
  const ref = useRef<HTMLInputElement>(null);
  const start = useRef(toDraft(subject));
  const [draft, setDraft] = useState(start.current);
  const [isRefused, setRefused] = useState(false);
  useLayoutEffect(() => {
    ref.current?.focus({ preventScroll: true });
    ref.current?.select();
  }, []);

  function commit(): boolean {
    return draft === start.current || writeDraft(subject, draft, commands);
  }

  return (
    <>
      <input
        ref={ref}
        className="tableEditor"
        aria-label={subject.kind === 'date' ? t(`date.${subject.field}`) : t('target.group')}
        aria-invalid={isRefused}
        autoComplete="off"
        maxLength={limits.maxTextLength}
        style={toEditorStyle(place)}
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          const action = toAction(event);
          if (!action) return;
          event.preventDefault();
          if (action === 'cancel' || commit()) runAction(action, commands);
          else setRefused(true);
        }}
        onBlur={() => {
          commit();
          commands.leave(cellKey);
        }}
      />
      {isRefused && (
        <p
          className="tableEditorError"
          role="alert"
          style={{ left: place.box.x, top: place.box.y + place.box.height + 2 }}
        >
          {t('date.unreadable')}
        </p>
      )}
    </>
  );
}

function toDraft(subject: DraftSubject): string {
  if (subject.kind === 'group') return subject.name;
  return subject.date === null ? '' : toPrintedDate(subject.date);
}

/** False when the draft cannot be read. */
function writeDraft(subject: DraftSubject, draft: string, commands: TableCommands): boolean {
  const text = draft.trim();
  if (subject.kind === 'group') {
    commands.renameGroup(subject.actors, text);
    return true;
  }
  const date = text === '' || text === '-' ? null : parseDateText(text);
  if (date !== undefined) commands.setDate(subject.field, date);
  return date !== undefined;
}
