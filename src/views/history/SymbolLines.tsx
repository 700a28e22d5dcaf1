import { useTranslation } from 'react-i18next';
import type { SymbolDetail } from '#core/diff/changeList.ts';
import { Detail } from './Detail.tsx';
import { useNames } from './useNames.ts';
import { Instead, Words } from './Words.tsx';

interface SymbolLinesProps {
  readonly detail: SymbolDetail;
}

/** What happened to one symbol, a line for each of its sides that changed. */
export function SymbolLines({ detail }: SymbolLinesProps) {
  const { t } = useTranslation('changes');
  const { toSymbol, toStep } = useNames();
  const { sign, symbol, isOnly, from, actor, kind, text } = detail;
  if (sign === 'added' || sign === 'removed') return <WholeSymbol detail={detail} />;
  const isReordered = !(from || actor || kind || text);
  // With one symbol in the row nobody asks which.
  const which = isOnly ? null : `${toSymbol(symbol)}: `;
  return (
    <>
      {from && (
        <Detail term={t('symbol')} signs={['moved']}>
          {t('movedFrom', { symbol: toSymbol(symbol), step: toStep(from) })}
        </Detail>
      )}
      {actor && (
        <Detail term={t('actor')}>
          {which}
          <Instead before={actor.before || t('unnamed')} after={actor.after || t('unnamed')} />
        </Detail>
      )}
      {kind && <KindLine which={which} kind={kind} />}
      {text && (
        <Detail term={t('symbolText')}>
          {which}
          <Words words={text} />
        </Detail>
      )}
      {isReordered && (
        <Detail term={t('symbol')} signs={['moved']}>
          {t('reordered', { symbol: toSymbol(symbol) })}
        </Detail>
      )}
    </>
  );
}

function WholeSymbol({ detail: { sign, symbol, text } }: SymbolLinesProps) {
  const { t } = useTranslation('changes');
  const { toSymbol } = useNames();
  return (
    <Detail term={t('symbol')} signs={[sign]}>
      {sign === 'added' ? <ins>{toSymbol(symbol)}</ins> : <del>{toSymbol(symbol)}</del>}
      {text && (
        <>
          {' · '}
          <Words words={text} />
        </>
      )}
    </Detail>
  );
}

interface KindLineProps {
  readonly which: string | null;
  readonly kind: NonNullable<SymbolDetail['kind']>;
}

function KindLine({ which, kind }: KindLineProps) {
  const { t } = useTranslation('changes');
  const { t: tTable } = useTranslation('table');
  return (
    <Detail term={t('shape')}>
      {which}
      <Instead before={tTable(`kind.${kind.before}`)} after={tTable(`kind.${kind.after}`)} />
    </Detail>
  );
}
