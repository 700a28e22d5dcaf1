import { ActionIcon, Alert, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { CopyField } from '#app/CopyField.tsx';
import { formatDateTime } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { useAction } from '#app/useAction.ts';
import type { ShareLink } from '#protocol/api.ts';
import { RoleSelect } from './RoleSelect.tsx';
import './share.css';

export interface LinkSectionProps {
  readonly procedureId: string;
  readonly links: readonly ShareLink[];
  onChanged(): void;
}

/** How long a link may be used: words and hours. */
const expiries = [
  { key: 'day', hours: 24 },
  { key: 'week', hours: 7 * 24 },
  { key: 'month', hours: 30 * 24 },
] as const;

const linkRoles = ['viewer', 'commenter', 'editor'] as const;
type LinkRole = (typeof linkRoles)[number];

/** Links that open the procedure to whoever signs in through them. */
export function LinkSection({ procedureId, links, onChanged }: LinkSectionProps) {
  const { t } = useTranslation('shell');
  const { isBusy, run } = useAction();
  const [newUrl, setNewUrl] = useState<string>();

  function revoke(link: ShareLink): void {
    void run(async () => {
      await api.revokeLink(procedureId, link.id);
      setNewUrl(undefined);
      onChanged();
    });
  }

  return (
    <section>
      <Title order={3} size="sm">
        {t('share.links')}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        {t('share.linksText')}
      </Text>
      <NewLink
        isBusy={isBusy}
        onCreate={(choice) =>
          void run(async () => {
            const link = await api.createLink(procedureId, choice);
            setNewUrl(link.url);
            onChanged();
          })
        }
      />
      {newUrl && (
        <Alert color="ink" mt="sm" p="sm">
          <CopyField
            label={t('share.newLink')}
            value={newUrl}
            copyLabel={t('share.copyLink')}
            copiedLabel={t('share.linkCopied')}
          />
          <Text size="xs" c="dimmed" mt={6}>
            {t('share.newLinkText')}
          </Text>
        </Alert>
      )}
      {links.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('share.noLinks')}
        </Text>
      ) : (
        <Stack component="ul" gap={4} mt="sm" className="shareList">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} onRevoke={() => revoke(link)} />
          ))}
        </Stack>
      )}
    </section>
  );
}

interface NewLinkProps {
  readonly isBusy: boolean;
  onCreate(choice: { role: LinkRole; expiresInHours: number }): void;
}

function NewLink({ isBusy, onCreate }: NewLinkProps) {
  const { t } = useTranslation('shell');
  const [role, setRole] = useState<LinkRole>('viewer');
  const [hours, setHours] = useState<number>(expiries[1].hours);
  return (
    <Group gap="xs" align="flex-end">
      <RoleSelect<LinkRole>
        label={t('share.linkRole')}
        isLabelled
        roles={linkRoles}
        value={role}
        onChange={setRole}
      />
      <NativeSelect
        label={t('share.expiry')}
        value={String(hours)}
        onChange={(event) => setHours(Number(event.currentTarget.value))}
        data={expiries.map((expiry) => ({
          value: String(expiry.hours),
          label: t(`share.${expiry.key}`),
        }))}
      />
      <Button
        variant="default"
        loading={isBusy}
        onClick={() => onCreate({ role, expiresInHours: hours })}
      >
        {t('share.createLink')}
      </Button>
    </Group>
  );
}

interface LinkRowProps {
  readonly link: ShareLink;
  onRevoke(): void;
}

function LinkRow({ link, onRevoke }: LinkRowProps) {
  const { t, i18n } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const date = formatDateTime(link.expiresAt, toLanguage(i18n.resolvedLanguage));
  const role = tCommon(`role.${link.role}`);
  const isExpired = Date.parse(link.expiresAt) < Date.now();
  return (
    <li className="shareRow">
      <IconLink size={18} stroke={1.6} aria-hidden="true" />
      <div className="shareWho">
        <Text size="sm" fw={600}>
          {role}
        </Text>
        <Text size="xs" c={isExpired ? 'red' : 'dimmed'}>
          {isExpired ? t('share.expired', { date }) : t('share.validUntil', { date })}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('share.revoke', { role })}
        onClick={onRevoke}
      >
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
