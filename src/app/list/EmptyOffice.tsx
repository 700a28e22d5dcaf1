import { SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFileImport, IconLayoutGrid, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './EmptyOffice.css';

export interface EmptyOfficeProps {
  onCreate(): void;
  onImport(): void;
  onTemplates(): void;
}

/** A list without any procedure yet: the three ways to begin. */
export function EmptyOffice({ onCreate, onImport, onTemplates }: EmptyOfficeProps) {
  const { t } = useTranslation('shell');
  return (
    <section className="emptyOffice">
      <Title order={2}>{t('list.emptyTitle')}</Title>
      <Text c="dimmed" mt={4} mb="xl">
        {t('list.emptyText')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Way
          icon={<IconPlus size={26} stroke={1.5} aria-hidden="true" />}
          title={t('list.create')}
          text={t('list.emptyCreateText')}
          onClick={onCreate}
        />
        <Way
          icon={<IconFileImport size={26} stroke={1.5} aria-hidden="true" />}
          title={t('list.import')}
          text={t('list.emptyImportText')}
          onClick={onImport}
        />
        <Way
          icon={<IconLayoutGrid size={26} stroke={1.5} aria-hidden="true" />}
          title={t('list.templates')}
          text={t('list.emptyTemplatesText')}
          onClick={onTemplates}
        />
      </SimpleGrid>
    </section>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  onClick(): void;
}

function Way({ icon, title, text, onClick }: WayProps) {
  const textId = useId();
  return (
    <UnstyledButton
      className="emptyWay"
      aria-label={title}
      aria-describedby={textId}
      onClick={onClick}
    >
      <span className="emptyWayIcon">{icon}</span>
      <Text component="span" fw={600}>
        {title}
      </Text>
      <Text component="span" size="sm" c="dimmed" id={textId}>
        {text}
      </Text>
    </UnstyledButton>
  );
}
