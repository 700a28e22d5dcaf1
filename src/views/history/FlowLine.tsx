import { useTranslation } from 'react-i18next';
import type { FlowDetail } from '#core/diff/changeList.ts';
import { Detail } from './Detail.tsx';
import { useNames } from './useNames.ts';
import { Words } from './Words.tsx';

interface FlowLineProps {
  readonly detail: FlowDetail;
}

/** What happened to one arrow: its label, where it leads, and where it led. */
export function FlowLine({ detail }: FlowLineProps) {
  const { t } = useTranslation('changes');
  const { toStep } = useNames();
  const { sign, label, to, wasTo, wasFrom, isReversed, hasOtherRoute } = detail;
  const target = t('flowTo', { step: toStep(to) });
  const was = [
    wasTo && t('flowWasTo', { step: toStep(wasTo) }),
    wasFrom && t('flowWasFrom', { step: toStep(wasFrom) }),
    isReversed && t('flowReversed'),
    hasOtherRoute && t('flowRoute'),
  ].filter((part) => typeof part === 'string');
  return (
    <Detail term={t('flow')} signs={[sign]}>
      {label.length > 0 && (
        <>
          “<Words words={label} />”{' '}
        </>
      )}
      {sign === 'removed' ? <del>{target}</del> : target}
      {was.length > 0 && <span className="changeWas">{was.join(', ')}</span>}
    </Detail>
  );
}
