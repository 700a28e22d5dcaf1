import { Alert, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { saveProcedure } from './saveProcedure.ts';
import { UnsentActions } from './UnsentActions.tsx';

/** Edits that stayed on this device when the procedure could not be opened any more. */
export interface Unsent {
  /** With them in it. */
  readonly procedure: Procedure;
  discard(): void;
}

export interface UnsentRestProps {
  readonly unsent: Unsent;
}

/** Below the word that a procedure cannot be opened: the own words in it need not be lost with it. */
export function UnsentRest({ unsent }: UnsentRestProps) {
  const { t } = useTranslation('shell');

  return (
    <Alert
      className="unsentRest"
      color="yellow"
      icon={<IconDeviceLaptop aria-hidden="true" />}
      title={t('editor.unsentRestTitle')}
    >
      <Text size="sm">{t('editor.unsentText')}</Text>
      <UnsentActions
        onDownload={() => saveProcedure(unsent.procedure)}
        onDiscard={unsent.discard}
      />
    </Alert>
  );
}
