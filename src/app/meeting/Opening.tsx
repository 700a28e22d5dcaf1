import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface OpeningProps {
  /** It fills the window; else what it stands in. */
  readonly isPage?: boolean;
}

/** What stands there until the meeting, or something of it, is loaded. */
export function Opening({ isPage = false }: OpeningProps) {
  const { t } = useTranslation('meeting');
  return (
    <Center h={isPage ? '100dvh' : '100%'}>
      <Loader aria-label={t('room.connecting')} />
    </Center>
  );
}
