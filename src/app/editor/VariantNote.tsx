import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import './VariantNote.css';

export interface VariantNoteProps {
  /** Id of the SOP that it is a variant of. */
  readonly of: string;
  /** As the meeting calls it: "B · Satu pintu". */
  readonly name: string;
}

/** Says, over whatever is open, that this is a copy for a meeting and not the SOP itself. */
export function VariantNote({ of, name }: VariantNoteProps) {
  const { t } = useTranslation('meeting');
  return (
    <aside className="variantNote" aria-label={t('variant.title')}>
      <strong>{name}</strong>
      <span>{t('variant.note')}</span>
      <Link href={`/prosedur/${encodeURIComponent(of)}`}>{t('variant.toOriginal')}</Link>
    </aside>
  );
}
