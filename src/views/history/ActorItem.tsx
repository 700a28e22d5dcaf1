import { useTranslation } from 'react-i18next';
import type { ActorEntry } from '#core/diff/changeList.ts';
import { toActorKey } from '#core/diff/entryKeys.ts';
import { Detail } from './Detail.tsx';
import { Entry } from './Entry.tsx';
import { Words } from './Words.tsx';

interface ActorItemProps {
  readonly entry: ActorEntry;
}

/** What happened to one actor. */
export function ActorItem({ entry }: ActorItemProps) {
  const { t } = useTranslation('changes');
  const { t: tTable } = useTranslation('table');
  const { signs, number, was, name, group } = entry;
  const isGone = signs.includes('removed');
  return (
    <Entry
      of={toActorKey(entry)}
      signs={signs}
      place={t(isGone ? 'oldColumn' : 'column', { number })}
      name={<Words words={name} />}
      was={was}
    >
      {group && (
        <ul className="changeDetails">
          <Detail term={tTable('target.group')}>
            <Words words={group} />
          </Detail>
        </ul>
      )}
    </Entry>
  );
}
