import { Button, Loader, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import './ExamplesDialog.css';

export interface ExamplesDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

/** The examples that come with the application; choosing one makes a copy and opens it. */
export function ExamplesDialog({ isOpen, onClose }: ExamplesDialogProps) {
  const { t } = useTranslation('shell');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('examples.title')} size="lg">
      <Text size="sm" c="dimmed" mb="md">
        {t('examples.text')}
      </Text>
      <Examples />
    </Modal>
  );
}

function Examples() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const [, navigate] = useLocation();
  const [state, reload] = useLoad(api.examples);
  const { isBusy, run } = useAction();

  if (state.status === 'loading') return <Loader aria-label={tCommon('loading')} />;
  if (state.status === 'failed') return <LoadProblem problem={state.problem} onRetry={reload} />;
  return (
    <Stack component="ul" gap="xs" className="exampleList">
      {state.value.map((example) => (
        <li key={example.file} className="example">
          <div>
            <Text fw={600} size="sm">
              {example.title}
            </Text>
            <Text size="xs" c="dimmed">
              {t('examples.steps', { steps: example.steps, actors: example.actors })}
            </Text>
          </div>
          <Button
            size="xs"
            variant="light"
            disabled={isBusy}
            aria-label={t('examples.useNamed', { title: example.title })}
            onClick={() =>
              void run(async () => {
                const { id } = await api.createProcedure(await api.exampleFile(example.file));
                navigate(`/prosedur/${id}`);
              })
            }
          >
            {t('examples.use')}
          </Button>
        </li>
      ))}
    </Stack>
  );
}
