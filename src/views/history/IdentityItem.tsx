import { useTranslation } from 'react-i18next';
import type { IdentityEntry, ItemEntry } from '#core/diff/changeList.ts';
import { toIdentityKey } from '#core/diff/entryKeys.ts';
import { Entry } from './Entry.tsx';
import { SignMarks } from './SignMarks.tsx';
import { Instead, Words } from './Words.tsx';

interface IdentityItemProps {
  readonly entry: IdentityEntry;
}

/** What changed in one part of the identity. */
export function IdentityItem({ entry }: IdentityItemProps) {
  const { t } = useTranslation('table');
  const { t: tIdentity } = useTranslation('identity');
  const { t: tChanges } = useTranslation('changes');
  const of = toIdentityKey(entry);
  switch (entry.of) {
    case 'text':
      return (
        <Entry
          of={of}
          signs={['changed']}
          place={
            entry.field === 'title' || entry.field === 'number'
              ? t(`target.${entry.field}`)
              : t(`target.approver.${entry.field}`)
          }
          name={<Words words={entry.words} />}
        />
      );
    case 'date':
      return (
        <Entry
          of={of}
          signs={['changed']}
          place={t(`date.${entry.field}`)}
          name={<Dates entry={entry} />}
        />
      );
    case 'logo':
      return <Entry of={of} signs={[entry.sign]} name={tChanges('logo')} />;
    case 'list':
      return (
        <Entry of={of} signs={['changed']} place={tIdentity(`list.${entry.list}`)} name={null}>
          <ul className="changeDetails">
            {entry.items.map((item) => (
              <ListItem key={`${item.signs[0]} ${item.number}`} item={item} />
            ))}
          </ul>
        </Entry>
      );
  }
}

function Dates({ entry }: { readonly entry: Extract<IdentityEntry, { of: 'date' }> }) {
  const { t, i18n } = useTranslation('changes');
  // The date alone, wherever the reader is.
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  const toText = (date: string | null) =>
    date === null ? undefined : format.format(new Date(date));
  return <Instead before={toText(entry.before)} after={toText(entry.after)} none={t('empty')} />;
}

function ListItem({ item }: { readonly item: ItemEntry }) {
  const { t } = useTranslation('changes');
  const { signs, number, was, words } = item;
  return (
    <li className="changeItem" data-sign={signs[0]}>
      <SignMarks signs={signs} />
      <span className="changeNumber">{number}.</span>
      <span className="changeValue">
        <Words words={words} />
        {was !== undefined && <span className="changeWas">{t('was', { number: was })}</span>}
      </span>
    </li>
  );
}
