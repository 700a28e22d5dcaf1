import { IconCloudOff, IconEye, IconPlayerTrackNext } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Follow } from '#core/presentation/follow.ts';
import { toProgress } from '#core/presentation/walk.ts';
import './Following.css';

export interface FollowingProps {
  readonly procedure: Procedure;
  readonly follow: Follow;
  /** Who presents. */
  readonly name: string;
  /** Without the server one sees what was shown last. */
  readonly isOnline: boolean;
  onReturn(): void;
}

/** Whom one follows, and the way back to them for whoever looks around alone. */
export function Following(props: FollowingProps) {
  const { procedure, follow, name, isOnline, onReturn } = props;
  const { t } = useTranslation('presentation');
  const { presenter, own } = follow;
  if (!isOnline)
    return (
      <p className="following" role="status">
        <IconCloudOff aria-hidden="true" />
        {t('follow.offline')}
      </p>
    );
  if (!presenter) return <p className="following">{t('follow.ended', { name })}</p>;
  if (!own)
    return (
      <p className="following" role="status">
        <IconEye aria-hidden="true" />
        {t('follow.following', { name })}
      </p>
    );
  const { number } = toProgress(procedure, presenter);
  return (
    <div className="following">
      <button type="button" className="followingReturn" onClick={onReturn}>
        <IconPlayerTrackNext aria-hidden="true" />
        <span>
          {t('follow.return')}
          <small>{number > 0 ? t('follow.returnTo', { name, number }) : name}</small>
        </span>
      </button>
    </div>
  );
}
