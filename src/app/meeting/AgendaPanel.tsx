import { Button, Text } from '@mantine/core';
import { IconCheck, IconPlayerTrackNext } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '#core/meeting/meeting.ts';
import { useMeeting } from './meetingContext.ts';

/** What was, is and will be talked about; who leads takes up an item with a click. */
export function AgendaPanel() {
  const { t } = useTranslation('meeting');
  const { meeting, isModerator, isPresenter, run } = useMeeting();
  const { items, live } = meeting;
  const isLeader = isModerator || isPresenter;
  const next = items[items.findIndex(({ id }) => id === live.item) + 1];
  const goTo = (item: string) => void run({ type: 'goToItem', item, from: live.item });
  return (
    <div className="roomAgenda">
      <ol className="roomItems">
        {items.map((item, index) => (
          <Item
            key={item.id}
            item={item}
            number={index + 1}
            isCurrent={item.id === live.item}
            onPick={isLeader && item.id !== live.item ? () => goTo(item.id) : undefined}
          />
        ))}
      </ol>
      {isLeader && next && (
        <Button
          variant="light"
          fullWidth
          leftSection={<IconPlayerTrackNext size={16} aria-hidden="true" />}
          onClick={() => goTo(next.id)}
        >
          {t('room.next')}
        </Button>
      )}
    </div>
  );
}

interface ItemProps {
  readonly item: AgendaItem;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly onPick: (() => void) | undefined;
}

function Item({ item, number, isCurrent, onPick }: ItemProps) {
  const { t } = useTranslation('meeting');
  const isDone = !isCurrent && item.startedAt !== null;
  const words = (
    <>
      <span className="roomItemNumber">
        {isDone ? <IconCheck size={16} aria-label={t('room.done')} /> : number}
      </span>
      <span className="roomItemWords">
        <Text component="span" size="sm" fw={isCurrent ? 650 : 500}>
          {item.title}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {[item.presenter, t('lobby.minutes', { count: item.minutes })]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
    </>
  );
  return (
    <li aria-current={isCurrent ? 'step' : undefined}>
      {onPick ? (
        <button
          type="button"
          className="roomItem"
          aria-label={t('room.goTo', { title: item.title })}
          onClick={onPick}
        >
          {words}
        </button>
      ) : (
        <span className="roomItem" data-current={isCurrent || undefined}>
          {words}
        </span>
      )}
    </li>
  );
}
