import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import { useAction } from '#app/useAction.ts';
import type { Member } from '#protocol/api.ts';
import { ROLES, type Role } from '#protocol/roles.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { RoleSelect } from './RoleSelect.tsx';
import './share.css';

export interface MemberSectionProps {
  readonly procedureId: string;
  readonly members: readonly Member[];
  readonly isManager: boolean;
  onChanged(): void;
}

/** Accounts with access, and the form that adds one. */
export function MemberSection({ procedureId, members, isManager, onChanged }: MemberSectionProps) {
  const { t } = useTranslation('shell');
  const { isBusy, run } = useAction();
  const ownerCount = members.filter((member) => member.role === 'owner').length;

  function change(action: () => Promise<unknown>): void {
    void run(async () => {
      await action();
      onChanged();
    });
  }

  return (
    <section>
      <Title order={3} size="sm" mb="sm">
        {t('share.people')}
      </Title>
      {isManager && <AddMember procedureId={procedureId} onAdded={onChanged} />}
      <Stack component="ul" gap={4} className="shareList">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isChangeable={isManager && !isBusy && !(member.role === 'owner' && ownerCount === 1)}
            onRole={(role) =>
              change(() => api.setMember(procedureId, { email: member.email, role }))
            }
            onRemove={() => change(() => api.removeMember(procedureId, member.userId))}
          />
        ))}
      </Stack>
    </section>
  );
}

interface MemberRowProps {
  readonly member: Member;
  /** False for the last owner, who can neither step down nor be removed. */
  readonly isChangeable: boolean;
  onRole(role: Role): void;
  onRemove(): void;
}

function MemberRow({ member, isChangeable, onRole, onRemove }: MemberRowProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  return (
    <li className="shareRow">
      <PersonAvatar name={member.name} color={toPersonColor(member.userId)} />
      <div className="shareWho">
        <Text size="sm" fw={600} truncate>
          {member.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {member.email}
        </Text>
      </div>
      {isChangeable ? (
        <>
          <RoleSelect
            label={t('share.roleOf', { name: member.name })}
            roles={ROLES}
            value={member.role}
            onChange={onRole}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('share.remove', { name: member.name })}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {tCommon(`role.${member.role}`)}
        </Text>
      )}
    </li>
  );
}

interface AddMemberProps {
  readonly procedureId: string;
  onAdded(): void;
}

function AddMember({ procedureId, onAdded }: AddMemberProps) {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await api.setMember(procedureId, { email: email.trim(), role });
      setEmail('');
      onAdded();
    } catch (error) {
      const isUnknown = error instanceof ApiProblem && error.status === 404;
      setProblem(isUnknown ? tErrors('unknownUser') : toProblemText(error, tErrors));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Group align="flex-start" gap="xs" mb="sm">
        <TextInput
          type="email"
          aria-label={t('share.addEmail')}
          placeholder={t('share.addEmail')}
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={problem}
          required
          flex="1 1 200px"
          data-autofocus
        />
        <RoleSelect label={t('share.addRole')} roles={ROLES} value={role} onChange={setRole} />
        <Button type="submit" loading={isBusy}>
          {t('share.add')}
        </Button>
      </Group>
    </form>
  );
}
