import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toNextNumber } from '#core/words/nextNumber.ts';
import { useCanEdit, useProcedure, useSession } from '#session/react/hooks.ts';
import { useOfficeWords } from '#session/react/useWords.ts';

/** Offers the next number of the office while the SOP has none. */
export function NumberHint() {
  const { t } = useTranslation('identity');
  const session = useSession();
  const canEdit = useCanEdit();
  const office = useOfficeWords();
  const number = useProcedure(({ identity }) => identity.number);
  const next = office && toNextNumber(office.numbers, new Date().getFullYear());
  if (!canEdit || number !== '' || next === undefined) return null;
  return (
    <Button
      variant="light"
      size="compact-sm"
      className="identityNext"
      onClick={() => session.apply({ type: 'setText', target: { of: 'number' }, text: next })}
    >
      {t('name.useNext', { number: next })}
    </Button>
  );
}
