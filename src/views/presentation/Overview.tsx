import { IconCheck } from '@tabler/icons-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { toWays, type Way } from '#core/presentation/ways.ts';
import { toActivity, toActorNames } from './presentationTexts.ts';
import { StepPins } from './StepPins.tsx';
import './Overview.css';

export interface OverviewProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  onPick(step: string): void;
}

/** How many steps stand in one column with their actors, and how many in two without them. */
const maxRoomy = 9;
const maxInTwoColumns = 20;

/** Every step, to go to: by click, or by ↑, ↓ and Enter. */
export function Overview({ procedure, state, onPick }: OverviewProps) {
  const { t } = useTranslation('presentation');
  const ref = useRef<HTMLOListElement>(null);
  const present = state.station.at === 'step' ? state.station.step : undefined;
  const seen = new Set(state.trail);
  const count = procedure.steps.length;

  useEffect(() => {
    const list = ref.current;
    const current =
      list?.querySelector<HTMLElement>('[aria-current]') ?? list?.querySelector('button');
    current?.focus();
  }, []);

  useEffect(() => {
    const current = present && ref.current?.querySelector(`[data-pick="${CSS.escape(present)}"]`);
    if (current) current.scrollIntoView({ block: 'nearest' });
  }, [present]);

  function press(event: KeyboardEvent<HTMLOListElement>): void {
    const offset = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offset === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.presentEntry')];
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
    buttons[Math.min(buttons.length - 1, Math.max(0, at + offset))]?.focus();
  }

  return (
    <ol
      className="presentList"
      ref={ref}
      onKeyDown={press}
      aria-label={t('overview.steps')}
      data-dense={count > maxRoomy}
      data-columns={toColumnCount(count)}
      style={toRows(count)}
    >
      {[...toWays(procedure).ways.values()].map((way) => (
        <Entry
          key={way.step.id}
          procedure={procedure}
          way={way}
          actors={toActorNames(procedure, way.step, t).join(' · ')}
          isPresent={way.step.id === present}
          isSeen={seen.has(way.step.id)}
          onPick={() => onPick(way.step.id)}
        />
      ))}
    </ol>
  );
}

function toColumnCount(count: number): number {
  if (count <= maxRoomy) return 1;
  return count <= maxInTwoColumns ? 2 : 3;
}

/** One reads down a column, then the next. */
function toRows(count: number): CSSProperties {
  const toRowCount = (columns: number) => Math.max(1, Math.ceil(count / columns));
  const rows = toRowCount(toColumnCount(count));
  return Object.assign<CSSProperties, object>({}, { '--rows': rows, '--long-rows': toRowCount(2) });
}

interface EntryProps {
  readonly procedure: Procedure;
  readonly way: Way;
  readonly actors: string;
  readonly isPresent: boolean;
  readonly isSeen: boolean;
  onPick(): void;
}

function Entry({ procedure, way, actors, isPresent, isSeen, onPick }: EntryProps) {
  const { step, row, isOutside } = way;
  const { t } = useTranslation('presentation');
  const activity = toActivity(step, t);
  return (
    <li className="presentListItem">
      <button
        type="button"
        className="presentEntry"
        data-pick={step.id}
        data-seen={isSeen}
        aria-current={isPresent ? 'step' : undefined}
        aria-label={t('overview.goTo', { number: row + 1, activity })}
        onClick={onPick}
      >
        <span className="presentEntryNumber">{row + 1}</span>
        <span className="presentEntryText">
          <span className="presentEntryActivity">{activity}</span>
          <span className="presentEntryActors">
            {isOutside && <span className="presentOutside">{t('outside')}</span>}
            <span className="presentEntryWho">{actors || t('noActor')}</span>
          </span>
        </span>
        {isSeen && <IconCheck className="presentEntrySeen" aria-label={t('seenBefore')} />}
      </button>
      <StepPins procedure={procedure} step={step.id} most={1} />
    </li>
  );
}
