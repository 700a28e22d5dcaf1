import { Button, Center, Loader } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '#app/ErrorBoundary.tsx';
import { OfficeWordsContext } from '#session/react/officeWordsContext.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { onDemand } from '#ui/later.ts';
import { useFiles } from './export/filesContext.ts';
import { SplitView } from './SplitView.tsx';
import { useWordsFetch } from './useWordsFetch.ts';
import { viewPanelId } from './ViewTabs.tsx';
import type { ViewName } from './viewNames.ts';

const Canvas = lazy(() =>
  import('#views/canvas/Canvas.tsx').then((file) => ({ default: file.Canvas })),
);
const Table = onDemand(() => import('#views/table/Table.tsx').then((file) => file.Table));
const IdentityForm = onDemand(() =>
  import('#views/identity/IdentityForm.tsx').then((file) => file.IdentityForm),
);
const BpmnView = onDemand(() => import('#views/bpmn/BpmnView.tsx').then((file) => file.BpmnView));

export interface EditorViewsProps {
  readonly view: ViewName;
}

/** The chosen view, or canvas and table beside one another. */
export function EditorViews({ view }: EditorViewsProps) {
  const { t } = useTranslation('shell');
  const fetchWords = useWordsFetch();
  return (
    <div className="editorViews" role="tabpanel" id={viewPanelId} aria-label={t('editor.views')}>
      <OfficeWordsContext value={fetchWords}>
        <SplitView
          dividerLabel={t('editor.divider')}
          first={toFirst(view)}
          second={toSecond(view)}
        />
      </OfficeWordsContext>
    </div>
  );
}

// The canvas keeps its place between "kanvas" and "belah", so that it keeps its zoom too.
function toFirst(view: ViewName): ReactNode {
  switch (view) {
    case 'kanvas':
    case 'belah':
      return <View key="canvas" of={<CopyableCanvas />} />;
    case 'identitas':
      return <View key="identity" of={<IdentityForm />} />;
    case 'bpmn':
      return <View key="bpmn" of={<BpmnView />} />;
    case 'tabel':
      return null;
  }
}

function toSecond(view: ViewName): ReactNode {
  return view === 'tabel' || view === 'belah' ? <View key="table" of={<CopyableTable />} /> : null;
}

function CopyableCanvas() {
  const { copyPicture } = useFiles();
  return <Canvas onCopyPicture={copyPicture} />;
}

function CopyableTable() {
  const { copyPicture } = useFiles();
  return <Table onCopyPage={copyPicture} />;
}

interface ViewProps {
  readonly of: ReactNode;
}

function View({ of }: ViewProps) {
  const { t } = useTranslation('common');
  return (
    <ErrorBoundary fallback={<ViewProblem />}>
      <Suspense
        fallback={
          <Center h="100%">
            <Loader aria-label={t('loading')} />
          </Center>
        }
      >
        {of}
      </Suspense>
    </ErrorBoundary>
  );
}

function ViewProblem() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  return (
    <EmptyState
      icon={<IconCloudOff size={40} stroke={1.4} aria-hidden="true" />}
      title={t('editor.viewFailed')}
      text={t('editor.viewFailedText')}
    >
      <Button variant="light" mt="sm" onClick={() => location.reload()}>
        {tCommon('reload')}
      </Button>
    </EmptyState>
  );
}
