import { Avatar } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findPeerPlace, type PeerPlace } from '#session/peerPlace.ts';
import { usePeers, useSession } from '#session/react/hooks.ts';
import type { Peer } from '#session/session.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { Tooltip } from '#ui/Tooltip.tsx';
import type { ViewName } from './viewNames.ts';
import './Peers.css';

const maxShown = 4;

interface PeersProps {
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
}

/** Everybody else who has the procedure open, in the colours of their cursors. */
export function Peers(props: PeersProps) {
  const { t } = useTranslation('shell');
  const peers = toPeople(usePeers());
  if (peers.length === 0) return null;
  const shown = peers.length > maxShown ? peers.slice(0, maxShown - 1) : peers;
  const rest = peers.slice(shown.length);
  return (
    <Avatar.Group spacing={8} role="group" aria-label={t('editor.peers')} className="editorPeers">
      {shown.map((peer) => (
        <PeerAvatar key={peer.userId} peer={peer} {...props} />
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

interface PeerAvatarProps extends PeersProps {
  readonly peer: Peer;
}

/** Somebody else; a click goes to where they are. */
function PeerAvatar({ peer, view, onView }: PeerAvatarProps) {
  const { t } = useTranslation('shell');
  const session = useSession();
  const place = findPeerPlace(peer);
  const avatar = <PersonAvatar name={peer.name} color={peer.color} hasTooltip={!place} />;
  if (!place) return avatar;

  function go(to: PeerPlace): void {
    if (to.kind === 'identity') onView('identitas');
    else {
      if (view === 'identitas' || view === 'bpmn') onView('kanvas');
      session.select([to.selected]);
    }
  }

  const label = t('editor.goToPeer', { name: peer.name });
  return (
    <button
      type="button"
      className="editorPeer"
      aria-label={label}
      data-tooltip={label}
      onClick={() => go(place)}
    >
      {avatar}
    </button>
  );
}

/** Somebody with several windows is one person. */
function toPeople(peers: readonly Peer[]): readonly Peer[] {
  return [...new Map(peers.map((peer) => [peer.userId, peer])).values()];
}
