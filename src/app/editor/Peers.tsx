import { Avatar } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePeers } from '#session/react/hooks.ts';
import type { Peer } from '#session/session.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { Tooltip } from '#ui/Tooltip.tsx';

const maxShown = 4;

/** Everybody else who has the procedure open, in the colours of their cursors. */
export function Peers() {
  const { t } = useTranslation('shell');
  const peers = toPeople(usePeers());
  if (peers.length === 0) return null;
  const shown = peers.length > maxShown ? peers.slice(0, maxShown - 1) : peers;
  const rest = peers.slice(shown.length);
  return (
    <Avatar.Group spacing={8} role="group" aria-label={t('editor.peers')} className="editorPeers">
      {shown.map((peer) => (
        <PersonAvatar key={peer.userId} name={peer.name} color={peer.color} hasTooltip />
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.map((peer) => peer.name).join(', ')}>
          <Avatar size={30} role="img" aria-label={t('editor.morePeers', { count: rest.length })}>
            +{rest.length}
          </Avatar>
        </Tooltip>
      )}
    </Avatar.Group>
  );
}

/** Somebody with several windows is one person. */
function toPeople(peers: readonly Peer[]): readonly Peer[] {
  return [...new Map(peers.map((peer) => [peer.userId, peer])).values()];
}
