import { useTranslation } from 'react-i18next';
import type { StepDetail, StepEntry } from '#core/diff/changeList.ts';
import { toStepKey } from '#core/diff/entryKeys.ts';
import { Detail } from './Detail.tsx';
import { Entry } from './Entry.tsx';
import { FlowLine } from './FlowLine.tsx';
import { SymbolLines } from './SymbolLines.tsx';
import { Words } from './Words.tsx';

interface StepItemProps {
  readonly entry: StepEntry;
}

/** What happened to one step, its symbols and the arrows that leave it. */
export function StepItem({ entry }: StepItemProps) {
  const { t } = useTranslation('changes');
  const { signs, number, was, activity, details } = entry;
  const isGone = signs.includes('removed');
  return (
    <Entry
      of={toStepKey(entry)}
      signs={signs}
      place={t(isGone ? 'oldStep' : 'step', { number })}
      name={<Words words={activity} />}
      was={was}
    >
      {details.length > 0 && (
        <ul className="changeDetails">
          {details.map((detail) => (
            <DetailLine key={toKey(detail)} detail={detail} />
          ))}
        </ul>
      )}
    </Entry>
  );
}

function DetailLine({ detail }: { readonly detail: StepDetail }) {
  const { t } = useTranslation('table');
  const { t: tChanges } = useTranslation('changes');
  switch (detail.of) {
    case 'text':
      return (
        <Detail term={t(`field.${detail.field}`)}>
          <Words words={detail.words} />
        </Detail>
      );
    case 'joint':
      return (
        <Detail term={tChanges('joint')}>
          {tChanges(detail.isJoint ? 'isJoint' : 'notJoint')}
        </Detail>
      );
    case 'symbol':
      return <SymbolLines detail={detail} />;
    case 'flow':
      return <FlowLine detail={detail} />;
  }
}

function toKey(detail: StepDetail): string {
  switch (detail.of) {
    case 'text':
      return `text ${detail.field}`;
    case 'joint':
      return 'joint';
    case 'symbol':
    case 'flow':
      return `${detail.of} ${detail.id}`;
  }
}
