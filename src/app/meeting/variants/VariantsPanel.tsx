import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import {
  IconArrowsDiff,
  IconChartBar,
  IconCopyPlus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import { hasProcedure, type ProcedureItem } from '#app/meeting/roomParts.ts';
import { listVariants } from '#core/meeting/variants.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { VariantForm } from './VariantForm.tsx';
import { VariantVoteForm } from './VariantVoteForm.tsx';
import { useVariantStage } from './variantStage.ts';
import './VariantsPanel.css';

/** The copies of the SOP that is talked about, for those with an account: made, drawn, compared, voted about. */
export function VariantsPanel() {
  const { meeting, me } = useMeeting();
  const item = meeting.items.find(({ id }) => id === meeting.live.item);
  if (!item || !hasProcedure(item) || me.isGuest) return null;
  return <ItemVariants key={item.id} item={item} />;
}

function ItemVariants({ item }: { readonly item: ProcedureItem }) {
  const { t } = useTranslation('meeting');
  const { meeting, isModerator, isPresenter } = useMeeting();
  const { show } = useVariantStage();
  const [form, setForm] = useState<'variant' | 'vote'>();
  const close = () => setForm(undefined);
  const isLeader = isModerator || isPresenter;
  const variants = listVariants(meeting, item.id);
  const isVoting = meeting.votes.some(({ closedAt }) => closedAt === null);
  if (variants.length === 0 && !isLeader) return null;
  return (
    <section className="variantsPanel" aria-label={t('variant.title')}>
      <Text fw={650}>{t('variant.title')}</Text>
      {variants.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('variant.none')}
        </Text>
      ) : (
        <ul className="variantsPanelList">
          <li>
            <span className="variantsPanelName">{`A · ${t('variant.present')}`}</span>
          </li>
          {variants.map(({ id, letter, name, procedure }) => (
            <li key={id}>
              <span className="variantsPanelName">{`${letter} · ${name}`}</span>
              <ActionIcon
                component="a"
                href={`/prosedur/${encodeURIComponent(procedure)}`}
                target="_blank"
                rel="noopener"
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('variant.edit', { letter })}
                data-tooltip={t('variant.edit', { letter })}
              >
                <IconPencil size={18} aria-hidden="true" />
              </ActionIcon>
              {isLeader && <RemoveButton variant={id} letter={letter} name={name} />}
            </li>
          ))}
        </ul>
      )}
      {form === undefined && (
        <Stack gap={8}>
          {variants.length > 0 && isLeader && !isVoting && (
            <Button
              leftSection={<IconChartBar size={16} aria-hidden="true" />}
              onClick={() => setForm('vote')}
            >
              {variants.length === 1
                ? t('variant.voteBetween', { letter: variants[0]?.letter ?? '' })
                : t('variant.voteAmong')}
            </Button>
          )}
          <Group gap={8} grow>
            {isLeader && (
              <Button
                variant="light"
                px={8}
                leftSection={<IconCopyPlus size={16} aria-hidden="true" />}
                onClick={() => setForm('variant')}
              >
                {t('variant.make')}
              </Button>
            )}
            {variants.length > 0 && (
              <Button
                variant="default"
                px={8}
                leftSection={<IconArrowsDiff size={16} aria-hidden="true" />}
                onClick={() => show({ of: 'drafts' })}
              >
                {t('variant.compare')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
      {form === 'variant' && <VariantForm item={item} onClose={close} />}
      {form === 'vote' && <VariantVoteForm variants={variants} item={item} onClose={close} />}
    </section>
  );
}

interface RemoveButtonProps {
  readonly variant: string;
  readonly letter: string;
  readonly name: string;
}

function RemoveButton({ variant, letter, name }: RemoveButtonProps) {
  const { t } = useTranslation('meeting');
  const { t: tCommon } = useTranslation('common');
  const { run } = useMeeting();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('variant.remove', { letter })}
        data-tooltip={t('variant.remove', { letter })}
        onClick={() => setAsking(true)}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
      {isAsking && (
        <ConfirmDialog
          isOpen
          title={t('variant.remove', { letter })}
          text={t('variant.removeText', { name: `${letter} · ${name}` })}
          confirmLabel={t('variant.removeConfirm')}
          cancelLabel={tCommon('cancel')}
          onConfirm={() => void run({ type: 'removeVariant', variant })}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
