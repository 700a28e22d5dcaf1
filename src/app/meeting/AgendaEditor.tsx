import { ActionIcon, Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { searchProcedures } from '#app/list/searchProcedures.ts';
import { useLoad } from '#app/useLoad.ts';
import { newId } from '#core/edit/newId.ts';
import { meetingLimits } from '#core/meeting/meeting.ts';
import type { PlannedItem } from '#core/meeting/meetingCommand.ts';
import type { ProcedureSummary } from '#protocol/api.ts';
import { canEdit } from '#protocol/roles.ts';
import {
  type AgendaDraft,
  toTotalMinutes,
  withChangedItem,
  withMovedItem,
  withNewItem,
  withoutItem,
} from './agendaDraft.ts';

export interface AgendaEditorProps {
  readonly agenda: AgendaDraft;
  onChange(agenda: AgendaDraft): void;
}

/** The SOPs of a meeting in their order, with who presents each and how long. */
export function AgendaEditor({ agenda, onChange }: AgendaEditorProps) {
  const { t } = useTranslation('meeting');
  const add = (item: Pick<PlannedItem, 'procedure' | 'title'>) =>
    onChange(withNewItem(agenda, { ...item, id: newId(Math.random) }));
  const isFull = agenda.length >= meetingLimits.maxItems;
  return (
    <section aria-labelledby="agendaTitle">
      <Text id="agendaTitle" fw={650}>
        {t('form.agenda')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('form.agendaText')}
      </Text>
      <Group align="flex-end" gap="xs" mb="sm">
        <ProcedureSearch taken={agenda} isDisabled={isFull} onPick={add} />
        <Button
          variant="default"
          disabled={isFull}
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => add({ procedure: null, title: t('form.freeTitle') })}
        >
          {t('form.free')}
        </Button>
      </Group>
      {agenda.length === 0 ? (
        <Text size="sm" c="dimmed" py="md" ta="center" className="agendaEmpty">
          {t('form.noItems')}
        </Text>
      ) : (
        <ol className="agendaRows">
          {agenda.map((item, index) => (
            <ItemRow
              key={item.id}
              item={item}
              number={index + 1}
              isLast={index === agenda.length - 1}
              onChange={(change) => onChange(withChangedItem(agenda, item.id, change))}
              onMove={(by) => onChange(withMovedItem(agenda, item.id, by))}
              onRemove={() => onChange(withoutItem(agenda, item.id))}
            />
          ))}
        </ol>
      )}
      {agenda.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs" ta="right">
          {t('form.total', { minutes: toTotalMinutes(agenda) })}
        </Text>
      )}
    </section>
  );
}

interface ProcedureSearchProps {
  readonly taken: AgendaDraft;
  readonly isDisabled: boolean;
  onPick(item: Pick<PlannedItem, 'procedure' | 'title'>): void;
}

/** Only an SOP that one may edit can be shown to everybody in a meeting. */
function ProcedureSearch({ taken, isDisabled, onPick }: ProcedureSearchProps) {
  const { t } = useTranslation('meeting');
  const { t: tShell } = useTranslation('shell');
  const [state] = useLoad(useCallback(() => api.procedures(), []));
  const all = state.status === 'ready' ? state.value : [];
  const choosable = all.filter(
    ({ id, role }) => canEdit(role) && !taken.some(({ procedure }) => procedure === id),
  );
  const toTitle = ({ title }: ProcedureSummary) =>
    (title || tShell('list.untitled')).slice(0, meetingLimits.maxTitleLength);

  function pick(id: string | null): void {
    const procedure = choosable.find((each) => each.id === id);
    if (procedure) onPick({ procedure: procedure.id, title: toTitle(procedure) });
  }

  return (
    <Select
      className="agendaSearch"
      aria-label={t('form.search')}
      placeholder={t('form.search')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      searchable
      value={null}
      onChange={pick}
      disabled={isDisabled}
      data={choosable.map((procedure) => ({ value: procedure.id, label: toTitle(procedure) }))}
      filter={({ search }) =>
        searchProcedures(choosable, search).map((procedure) => ({
          value: procedure.id,
          label: toTitle(procedure),
        }))
      }
      limit={30}
      nothingFoundMessage={state.status === 'loading' ? undefined : t('form.noMatch')}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

interface ItemRowProps {
  readonly item: PlannedItem;
  readonly number: number;
  readonly isLast: boolean;
  onChange(change: Partial<PlannedItem>): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

function ItemRow({ item, number, isLast, onChange, onMove, onRemove }: ItemRowProps) {
  const { t } = useTranslation('meeting');
  const { title } = item;
  return (
    <li className="agendaRow">
      <Text c="dimmed" size="sm" className="agendaNumber" aria-hidden="true">
        {number}
      </Text>
      <TextInput
        className="agendaTitle"
        aria-label={t('form.itemTitle', { number })}
        value={title}
        maxLength={meetingLimits.maxTitleLength}
        required
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        className="agendaPresenter"
        aria-label={t('form.presenterOf', { number })}
        placeholder={t('form.presenter')}
        value={item.presenter}
        maxLength={meetingLimits.maxNameLength}
        onChange={(event) => onChange({ presenter: event.currentTarget.value })}
      />
      <NumberInput
        className="agendaMinutes"
        aria-label={t('form.minutesOf', { number })}
        value={item.minutes}
        min={1}
        max={meetingLimits.maxMinutes}
        allowDecimal={false}
        clampBehavior="strict"
        suffix={` ${t('form.minutes').toLowerCase()}`}
        onChange={(minutes) => onChange({ minutes: Math.max(1, Number(minutes) || 1) })}
      />
      <Group gap={2} wrap="nowrap" className="agendaTools">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={number === 1}
          aria-label={t('form.moveUp', { title })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isLast}
          aria-label={t('form.moveDown', { title })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('form.remove', { title })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </Group>
    </li>
  );
}
