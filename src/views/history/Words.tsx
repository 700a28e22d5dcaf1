import { useTranslation } from 'react-i18next';
import type { WordPart } from '#core/diff/diffWords.ts';
import { WordDiff } from '#ui/WordDiff.tsx';

/** A text with what came and what went in it. */
export function Words({ words }: { readonly words: readonly WordPart[] }) {
  const { t } = useTranslation('changes');
  return <WordDiff words={words} none={t('empty')} />;
}

interface InsteadProps {
  /** Undefined where there was or is none of its own; `none` says how that is called. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly none?: string;
}

/** One value in the place of another. */
export function Instead({ before, after, none = '' }: InsteadProps) {
  const nothing = <span className="changeEmpty">{none}</span>;
  return (
    <>
      {before === undefined ? nothing : <del>{before}</del>} <span aria-hidden="true">→</span>{' '}
      {after === undefined ? nothing : <ins>{after}</ins>}
    </>
  );
}
