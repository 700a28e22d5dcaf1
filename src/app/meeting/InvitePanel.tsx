import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
} from '@mantine/core';
import { IconLink, IconMaximize, IconX } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '#app/CopyField.tsx';
import { formatDateTime } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import type { MeetingLink } from '#protocol/meeting.ts';
import { meetingApi } from './meetingApi.ts';
import { QrCode } from './QrCode.tsx';
import './InvitePanel.css';

export interface InvitePanelProps {
  readonly meetingId: string;
}

/** How long a link may be used, in hours. */
const expiries = [4, 12, 24, 7 * 24];

/** Links into the meeting, the newest as a QR code too. */
export function InvitePanel({ meetingId }: InvitePanelProps) {
  const { t } = useTranslation('meeting');
  const [state, reload] = useLoad(useCallback(() => meetingApi.links(meetingId), [meetingId]));
  const [url, setUrl] = useState<string>();
  const { isBusy, run } = useAction();
  const links = state.status === 'ready' ? state.value : [];

  function revoke(link: MeetingLink): void {
    void run(async () => {
      await meetingApi.revokeLink(meetingId, link.id);
      setUrl(undefined);
      reload();
    });
  }

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('invite.text')}
      </Text>
      {url ? (
        <NewestLink url={url} />
      ) : (
        <LinkForm
          isBusy={isBusy}
          onCreate={(choice) =>
            void run(async () => {
              setUrl((await meetingApi.createLink(meetingId, choice)).url);
              reload();
            })
          }
        />
      )}
      <Stack component="ul" gap={0} className="inviteLinks">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} onRevoke={() => revoke(link)} />
        ))}
      </Stack>
    </Stack>
  );
}

interface LinkFormProps {
  readonly isBusy: boolean;
  onCreate(choice: Pick<MeetingLink, 'role' | 'allowsGuests'> & { expiresInHours: number }): void;
}

function LinkForm({ isBusy, onCreate }: LinkFormProps) {
  const { t } = useTranslation('meeting');
  const [role, setRole] = useState<MeetingLink['role']>('commenter');
  const [allowsGuests, setAllowsGuests] = useState(true);
  const [expiresInHours, setHours] = useState(12);
  return (
    <Stack gap="sm">
      <Group gap="sm" grow>
        <NativeSelect
          label={t('invite.role')}
          value={role}
          onChange={(event) =>
            setRole(event.currentTarget.value === 'viewer' ? 'viewer' : 'commenter')
          }
          data={[
            { value: 'commenter', label: t('invite.commenter') },
            { value: 'viewer', label: t('invite.viewer') },
          ]}
        />
        <NativeSelect
          label={t('invite.expiry')}
          value={String(expiresInHours)}
          onChange={(event) => setHours(Number(event.currentTarget.value))}
          data={expiries.map((hours) => ({
            value: String(hours),
            label: hours === 7 * 24 ? t('invite.week') : t('invite.hours', { hours }),
          }))}
        />
      </Group>
      <Checkbox
        label={t('invite.guests')}
        checked={allowsGuests}
        onChange={(event) => setAllowsGuests(event.currentTarget.checked)}
      />
      <Group>
        <Button
          loading={isBusy}
          leftSection={<IconLink size={16} aria-hidden="true" />}
          onClick={() => onCreate({ role, allowsGuests, expiresInHours })}
        >
          {t('invite.create')}
        </Button>
      </Group>
    </Stack>
  );
}

interface NewestLinkProps {
  readonly url: string;
}

function NewestLink({ url }: NewestLinkProps) {
  const { t } = useTranslation('meeting');
  const [isLarge, setLarge] = useState(false);
  return (
    <Alert color="ink" p="md">
      <div className="inviteNew">
        <button
          type="button"
          className="inviteQr"
          aria-label={t('invite.showLarge')}
          onClick={() => setLarge(true)}
        >
          <QrCode text={url} label={t('invite.qr')} />
        </button>
        <Stack gap="xs" className="inviteNewText">
          <CopyField
            label={t('invite.link')}
            value={url}
            copyLabel={t('invite.copy')}
            copiedLabel={t('invite.copied')}
          />
          <Text size="xs" c="dimmed">
            {t('invite.shownOnce')}
          </Text>
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconMaximize size={14} aria-hidden="true" />}
              onClick={() => setLarge(true)}
            >
              {t('invite.showLarge')}
            </Button>
          </Group>
        </Stack>
      </div>
      <Modal opened={isLarge} onClose={() => setLarge(false)} fullScreen title={t('invite.scan')}>
        <div className="inviteLarge">
          <QrCode text={url} label={t('invite.qr')} />
        </div>
      </Modal>
    </Alert>
  );
}

interface LinkRowProps {
  readonly link: MeetingLink;
  onRevoke(): void;
}

function LinkRow({ link, onRevoke }: LinkRowProps) {
  const { t, i18n } = useTranslation('meeting');
  const date = formatDateTime(link.expiresAt, toLanguage(i18n.resolvedLanguage));
  const isExpired = Date.parse(link.expiresAt) < Date.now();
  return (
    <li className="inviteLink">
      <IconLink size={18} stroke={1.6} aria-hidden="true" />
      <div className="inviteLinkText">
        <Text size="sm" fw={600}>
          {t(`invite.${link.role}`)}
        </Text>
        <Text size="xs" c={isExpired ? 'red' : 'dimmed'}>
          {t(isExpired ? 'invite.expired' : 'invite.validUntil', { date })} ·{' '}
          {t(link.allowsGuests ? 'invite.withGuests' : 'invite.accountsOnly')}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('invite.revoke')}
        data-tooltip={t('invite.revoke')}
        onClick={onRevoke}
      >
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
