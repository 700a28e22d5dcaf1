import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Loader,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconKey, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { CopyField } from '#app/CopyField.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import type { ApiToken } from '#protocol/api.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import '#app/share/share.css';

/** API tokens: made here, shown once, taken back here. */
export function TokenSection() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const [state, reload] = useLoad(api.tokens);
  const { isBusy, run } = useAction();
  const [created, setCreated] = useState<string>();
  const [leaving, setLeaving] = useState<ApiToken>();

  function create(name: string): void {
    void run(async () => {
      const token = await api.createToken(name);
      setCreated(token.token);
      reload();
    });
  }

  function revoke(token: ApiToken): void {
    void run(async () => {
      await api.revokeToken(token.id);
      setLeaving(undefined);
      setCreated(undefined);
      reload();
    });
  }

  return (
    <Paper component="section" withBorder radius="lg" p="lg">
      <Title order={2} size="h3">
        {t('account.tokens')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('account.tokensText')}
      </Text>
      <NewToken isBusy={isBusy} onCreate={create} />
      {created && (
        <Alert color="ink" mt="md" p="sm">
          <CopyField
            label={t('account.newToken')}
            value={created}
            copyLabel={t('account.copyToken')}
            copiedLabel={t('account.tokenCopied')}
          />
          <Text size="xs" c="dimmed" mt={6}>
            {t('account.newTokenText')}
          </Text>
        </Alert>
      )}
      {state.status === 'loading' && <Loader mt="md" aria-label={tCommon('loading')} />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && <Tokens tokens={state.value} onRevoke={setLeaving} />}
      <ConfirmDialog
        isOpen={leaving !== undefined}
        title={t('account.revokeTitle')}
        text={t('account.revokeText', { name: leaving?.name ?? '' })}
        confirmLabel={t('account.revokeConfirm')}
        cancelLabel={tCommon('cancel')}
        isBusy={isBusy}
        onConfirm={() => leaving && revoke(leaving)}
        onCancel={() => setLeaving(undefined)}
      />
    </Paper>
  );
}

interface NewTokenProps {
  readonly isBusy: boolean;
  onCreate(name: string): void;
}

function NewToken({ isBusy, onCreate }: NewTokenProps) {
  const { t } = useTranslation('shell');
  const [name, setName] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    onCreate(name.trim());
    setName('');
  }

  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('account.tokenName')}
          placeholder={t('account.tokenPlaceholder')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          autoComplete="off"
          required
          withAsterisk={false}
          flex="1 1 220px"
        />
        <Button type="submit" variant="default" loading={isBusy}>
          {t('account.createToken')}
        </Button>
      </Group>
    </form>
  );
}

interface TokensProps {
  readonly tokens: readonly ApiToken[];
  onRevoke(token: ApiToken): void;
}

function Tokens({ tokens, onRevoke }: TokensProps) {
  const { t, i18n } = useTranslation('shell');
  const language = toLanguage(i18n.resolvedLanguage);
  if (tokens.length === 0)
    return (
      <Text size="sm" c="dimmed" mt="md">
        {t('account.noTokens')}
      </Text>
    );
  return (
    <Stack component="ul" gap={4} mt="md" className="shareList">
      {tokens.map((token) => (
        <li key={token.id} className="shareRow">
          <IconKey size={18} stroke={1.6} aria-hidden="true" />
          <div className="shareWho">
            <Text size="sm" fw={600} truncate>
              {token.name}
            </Text>
            <Text size="xs" c="dimmed">
              {t('account.created', { date: formatDate(token.createdAt, language) })} ·{' '}
              {token.lastUsedAt
                ? t('account.lastUsed', { date: formatDate(token.lastUsedAt, language) })
                : t('account.neverUsed')}
            </Text>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('account.revoke', { name: token.name })}
            onClick={() => onRevoke(token)}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
    </Stack>
  );
}
