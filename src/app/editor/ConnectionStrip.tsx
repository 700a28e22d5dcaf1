import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useConnection } from '#session/react/hooks.ts';
import { toConnectionKey } from './connectionKey.ts';

/** On a phone the header has room for the cloud only; when something is amiss, its words stand below. */
export function ConnectionStrip() {
  const { t } = useTranslation('status');
  const key = toConnectionKey(useConnection());
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (!isNarrow || key === 'saved' || key === 'saving') return null;
  // The cloud in the header says it to screen readers already.
  return (
    <p className="connectionStrip" aria-hidden="true">
      {t(key)}
    </p>
  );
}
