import { Button, Group, Skeleton, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadProblem } from '#app/LoadProblem.tsx';
import {
  readTemplate,
  readTemplates,
  type TemplateSummary,
  TOPICS,
  type Topic,
} from '#app/templates/templates.ts';
import { useLoad } from '#app/useLoad.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { rankEntries } from '#ui/finder/rankEntries.ts';
import { MiniChart } from './MiniChart.tsx';

export interface TemplateGalleryProps {
  onPick(template: TemplateSummary): void;
}

/** The templates with a picture of each, narrowed by words and by topic. */
export function TemplateGallery({ onPick }: TemplateGalleryProps) {
  const { t } = useTranslation('newProcedure');
  const [state, reload] = useLoad(readTemplates);
  const [typed, setTyped] = useState('');
  const [topic, setTopic] = useState<Topic>();
  if (state.status === 'failed') return <LoadProblem problem={state.problem} onRetry={reload} />;
  const templates = state.status === 'ready' ? state.value : [];
  const found = findTemplates(templates, { typed, topic, nameOf: (each) => t(`topic.${each}`) });
  const clear = () => {
    setTyped('');
    setTopic(undefined);
  };
  return (
    <div className="gallery">
      <TextInput
        type="search"
        aria-label={t('gallery.search')}
        placeholder={t('gallery.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <TopicChoice topic={topic} onTopic={setTopic} />
      <Text size="xs" c="dimmed" aria-live="polite">
        {state.status === 'ready' && t('gallery.shown', { count: found.length })}
      </Text>
      {state.status === 'ready' && found.length === 0 ? (
        <EmptyState title={t('gallery.none')} text={t('gallery.noneText')}>
          <Button variant="light" mt="sm" onClick={clear}>
            {t('gallery.clear')}
          </Button>
        </EmptyState>
      ) : (
        <ul className="galleryList">
          {found.map((template) => (
            <TemplateCard key={template.path} template={template} onPick={onPick} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface Wanted {
  readonly typed: string;
  readonly topic: Topic | undefined;
  nameOf(topic: Topic): string;
}

function findTemplates(
  templates: readonly TemplateSummary[],
  { typed, topic, nameOf }: Wanted,
): readonly TemplateSummary[] {
  const entries = templates
    .filter((template) => topic === undefined || template.topic === topic)
    .map((template) => ({
      id: template.path,
      label: template.title,
      detail: nameOf(template.topic),
      template,
    }));
  return rankEntries(entries, typed).map(({ template }) => template);
}

interface TopicChoiceProps {
  readonly topic: Topic | undefined;
  onTopic(topic: Topic | undefined): void;
}

function TopicChoice({ topic, onTopic }: TopicChoiceProps) {
  const { t } = useTranslation('newProcedure');
  return (
    <Group gap={6} role="group" aria-label={t('gallery.topics')}>
      {[undefined, ...TOPICS].map((each) => (
        <UnstyledButton
          key={each ?? 'all'}
          className="topicChip"
          aria-pressed={topic === each}
          onClick={() => onTopic(each)}
        >
          {each ? t(`topic.${each}`) : t('gallery.all')}
        </UnstyledButton>
      ))}
    </Group>
  );
}

interface TemplateCardProps {
  readonly template: TemplateSummary;
  onPick(template: TemplateSummary): void;
}

function TemplateCard({ template, onPick }: TemplateCardProps) {
  const { t } = useTranslation('newProcedure');
  const { title, topic, steps, actors } = template;
  return (
    <li>
      <UnstyledButton className="templateCard" onClick={() => onPick(template)}>
        <TemplatePicture path={template.path} />
        <span className="templateText">
          <Text component="span" fw={600} size="sm" lh={1.35}>
            {title}
          </Text>
          <Text component="span" size="xs" c="dimmed">
            {t(`topic.${topic}`)} · {t('gallery.size', { steps, actors })}
          </Text>
        </span>
      </UnstyledButton>
    </li>
  );
}

interface TemplatePictureProps {
  readonly path: string;
}

/** The chart of a template; an empty frame until its file is there, or when it cannot be read. */
function TemplatePicture({ path }: TemplatePictureProps) {
  const load = useCallback(() => readTemplate(path), [path]);
  const [state] = useLoad(load);
  return (
    <span className="templatePicture">
      {state.status === 'loading' && <Skeleton height="100%" radius={0} />}
      {state.status === 'ready' && <MiniChart procedure={state.value} />}
    </span>
  );
}
