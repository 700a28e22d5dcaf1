import { useTranslation } from 'react-i18next';
import { toTimer } from '#core/presentation/timer.ts';
import { useMeeting } from './meetingContext.ts';
import { toServerTime, toSpentMs, useSeconds } from './meetingTime.ts';

/** How long the current item has taken, beside how long it shall. */
export function ItemTimer() {
  const { t } = useTranslation('meeting');
  const { meeting, news } = useMeeting();
  const now = useSeconds();
  const item = meeting.items.find(({ id }) => id === meeting.live.item);
  if (!item) return null;
  const spentMs = toSpentMs(item, meeting.live, toServerTime(news, now));
  const { elapsed, tone } = toTimer(spentMs, item.minutes);
  return (
    <span
      className="roomTimer"
      role="timer"
      data-tone={tone}
      aria-label={t('room.itemTime', {
        spent: Math.floor(spentMs / 60_000),
        planned: item.minutes,
      })}
    >
      {elapsed}
      <span className="roomTimerPlan">
        / {item.minutes}:00{tone === 'over' && ` · ${t('room.overTime')}`}
      </span>
    </span>
  );
}
