import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePeers, useSession } from '#session/react/hooks.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { findPresenter, toFollowPath } from './presenters.ts';
import './PresentingBar.css';

/** Tells everybody who has the procedure open that somebody presents it, and lets them follow. */
export function PresentingBar() {
  const { t } = useTranslation('presentation');
  const { procedureId } = useSession();
  const presenter = findPresenter(usePeers(), procedureId);
  const [hidden, setHidden] = useState<string>();
  if (!presenter || presenter.userId === hidden) return null;
  const { userId, name, color } = presenter;
  return (
    <div className="presentingBar" role="status">
      <PersonAvatar name={name} color={color} size={26} />
      <span className="presentingName">{t('follow.presents', { name })}</span>
      <Button component={Link} href={toFollowPath(procedureId, userId)} size="xs">
        {t('follow.follow')}
      </Button>
      <CloseButton aria-label={t('follow.hide')} onClick={() => setHidden(userId)} />
    </div>
  );
}
