import {
  Button,
  Group,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconFileImport, IconLayoutGrid, IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '#app/api.ts';
import { readTemplate, type TemplateSummary } from '#app/templates/templates.ts';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import { limits } from '#core/model/limits.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { NeedQuestions } from './NeedQuestions.tsx';
import { fromTemplate, type ProcedureFacts, toNewProcedure } from './newProcedure.ts';
import { keepOfficeDefaults, readOfficeDefaults, toLines, usualActors } from './officeDefaults.ts';

export interface ProcedureFormProps {
  /** What it begins with; absent: with a start and an end. */
  readonly template: TemplateSummary | undefined;
  onEmpty(): void;
  onTemplates(): void;
  onImport(): void;
  onClose(): void;
}

/** What a new SOP is called, whose it is and who acts in it; what was said last is there already. */
export function ProcedureForm({ template, onClose, ...ways }: ProcedureFormProps) {
  const { t } = useTranslation('newProcedure');
  const { t: tCommon } = useTranslation('common');
  const [office] = useState(readOfficeDefaults);
  const [actors, setActors] = useState<readonly string[]>(office.actors);
  const { isBusy, create } = useCreation(template);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const title = String(form.get('title')).trim();
    void create({ title, unit: toLines(String(form.get('unit'))), actors });
  }

  return (
    <form className="newProcedure" onSubmit={submit}>
      <Stack gap="md">
        <Ways template={template} {...ways} />
        <TextInput
          name="title"
          label={t('name')}
          placeholder={t('placeholder')}
          defaultValue={template?.title}
          maxLength={limits.maxTextLength}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Textarea
          name="unit"
          label={t('unit')}
          description={t('unitHint')}
          placeholder={t('unitPlaceholder')}
          defaultValue={office.unit.join('\n')}
          maxLength={limits.maxTextLength}
          autosize
          minRows={2}
          maxRows={5}
        />
        {template ? (
          <TemplateActors path={template.path} />
        ) : (
          <TagsInput
            label={t('actors')}
            description={t('actorsHint')}
            placeholder={actors.length === 0 ? t('actorsPlaceholder') : undefined}
            data={[...usualActors]}
            value={[...actors]}
            onChange={setActors}
            maxTags={limits.maxActors}
            clearable
            acceptValueOnBlur
            splitChars={[';', '\t', '\n']}
            comboboxProps={{ withinPortal: true }}
          />
        )}
        <NeedQuestions />
      </Stack>
      <Group justify="flex-end" mt="lg" className="newProcedureEnd">
        <Button variant="default" onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t('submit')}
        </Button>
      </Group>
    </form>
  );
}

/** Creates the SOP on the server, remembers what it began with, and opens it. */
function useCreation(template: TemplateSummary | undefined) {
  const { t } = useTranslation('newProcedure');
  const [, navigate] = useLocation();
  const { isBusy, run } = useAction();

  async function toProcedure(facts: ProcedureFacts): Promise<Procedure> {
    if (template) return fromTemplate(await readTemplate(template.path), facts);
    return toNewProcedure(facts, { actor: t('actor'), start: t('start'), end: t('end') });
  }

  const create = (facts: ProcedureFacts) =>
    run(async () => {
      const procedure = await toProcedure(facts);
      const { id } = await api.createProcedure({ format: 'alur.sop', version: 1, ...procedure });
      const kept = template ? readOfficeDefaults().actors : facts.actors;
      keepOfficeDefaults({ unit: [...facts.unit], actors: [...kept] });
      navigate(`/prosedur/${id}`);
    });
  return { isBusy, create };
}

type WaysProps = Pick<ProcedureFormProps, 'template' | 'onEmpty' | 'onTemplates' | 'onImport'>;

/** Empty, from a template or from a file. */
function Ways({ template, onEmpty, onTemplates, onImport }: WaysProps) {
  const { t } = useTranslation('newProcedure');
  return (
    <fieldset className="startWays" aria-label={t('ways.title')}>
      <Way
        icon={<IconPlus size={18} stroke={1.7} aria-hidden="true" />}
        title={t('ways.empty')}
        text={t('ways.emptyText')}
        isPressed={!template}
        onClick={onEmpty}
      />
      <Way
        icon={<IconLayoutGrid size={18} stroke={1.7} aria-hidden="true" />}
        title={t('ways.template')}
        text={template ? template.title : t('ways.templateText')}
        isPressed={template !== undefined}
        onClick={onTemplates}
      />
      <Way
        icon={<IconFileImport size={18} stroke={1.7} aria-hidden="true" />}
        title={t('ways.file')}
        text={t('ways.fileText')}
        isPressed={false}
        onClick={onImport}
      />
    </fieldset>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly isPressed: boolean;
  onClick(): void;
}

function Way({ icon, title, text, isPressed, onClick }: WayProps) {
  return (
    <UnstyledButton className="startWay" aria-pressed={isPressed} onClick={onClick}>
      {icon}
      <span className="startWayText">
        <Text component="span" fw={600} size="sm">
          {title}
        </Text>
        <Text component="span" size="xs" c="dimmed" lineClamp={2}>
          {text}
        </Text>
      </span>
    </UnstyledButton>
  );
}

interface TemplateActorsProps {
  readonly path: string;
}

/** Who acts in a template; they can be renamed on the canvas. */
function TemplateActors({ path }: TemplateActorsProps) {
  const { t } = useTranslation('newProcedure');
  const load = useCallback(() => readTemplate(path), [path]);
  const [state] = useLoad(load);
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('actors')}
      </Text>
      <Text size="sm" c="dimmed" mih="1.55em">
        {state.status === 'ready' && state.value.actors.map(({ name }) => name).join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" mt={2}>
        {t('templateActors')}
      </Text>
    </div>
  );
}
