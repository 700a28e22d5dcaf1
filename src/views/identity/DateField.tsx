import { ActionIcon, CloseButton, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/id';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDateText } from '#core/model/dateText.ts';
import type { IdentityDate } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure, useSession } from '#session/react/hooks.ts';
import { toDateText } from './dateText.ts';

interface DateFieldProps {
  readonly field: IdentityDate;
  readonly warning: string | undefined;
}

/** A date, written as words or figures or picked in a calendar. */
export function DateField({ field, warning }: DateFieldProps) {
  const { t, i18n } = useTranslation('identity');
  const session = useSession();
  const canEdit = useCanEdit();
  const id = useId();
  const date = useProcedure(({ identity }) => identity[field]);
  // What is being written; it is no date until it is finished.
  const [draft, setDraft] = useState<string>();
  const [isPicking, setPicking] = useState(false);
  const label = t(`dates.${field}`);
  const written = date === null ? '' : toDateText(date, i18n.language);
  const [isUnreadable, setUnreadable] = useState(false);

  function set(next: string | null): void {
    session.apply({ type: 'setDate', field, date: next });
    write(undefined);
  }

  function write(text: string | undefined): void {
    setDraft(text);
    setUnreadable(false);
  }

  function finish(): void {
    if (draft === undefined) return;
    const next = toDate(draft);
    if (next === undefined) setUnreadable(true);
    else set(next);
  }

  return (
    <div className="identityField" data-key={`date:${field}`}>
      <label htmlFor={id}>{label}</label>
      <div className="identityDate" data-odd={isUnreadable || undefined}>
        <input
          id={id}
          autoComplete="off"
          placeholder={canEdit ? t('dates.placeholder') : '-'}
          readOnly={!canEdit}
          value={draft ?? written}
          aria-invalid={isUnreadable}
          aria-describedby={`${id}-hint`}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            if (event.key === 'Escape') write(undefined);
          }}
        />
        {canEdit && date !== null && (
          <CloseButton
            size="sm"
            aria-label={t('dates.clear', { label })}
            onClick={() => set(null)}
          />
        )}
        {canEdit && (
          <Popover
            opened={isPicking}
            onChange={setPicking}
            trapFocus
            position="bottom-end"
            shadow="md"
          >
            <Popover.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('dates.openCalendar', { label })}
                onClick={() => setPicking((isOpen) => !isOpen)}
              >
                <IconCalendar size={18} stroke={1.6} />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown>
              <DatePicker
                locale={i18n.language}
                value={date}
                {...(date !== null && { defaultDate: date })}
                onChange={(picked) => {
                  set(picked);
                  setPicking(false);
                }}
              />
            </Popover.Dropdown>
          </Popover>
        )}
      </div>
      <p
        id={`${id}-hint`}
        className={warning || isUnreadable ? 'identityWarning' : 'identityHint'}
        role={isUnreadable ? 'alert' : undefined}
      >
        {isUnreadable ? t('dates.unreadable') : (warning ?? t(`dates.${field}Hint`))}
      </p>
    </div>
  );
}

/** Null for an empty text, undefined for one that is no date. */
function toDate(text: string): string | null | undefined {
  return text.trim() === '' ? null : parseDateText(text);
}
