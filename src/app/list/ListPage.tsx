import {
  Button,
  CloseButton,
  Group,
  Kbd,
  Loader,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconFileImport, IconLayoutGrid, IconPlus, IconSearch } from '@tabler/icons-react';
import { type RefObject, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { PageFrame } from '#app/PageFrame.tsx';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { ProcedureSummary } from '#protocol/api.ts';
import { findUnsentProcedures } from '#session/deviceCopies.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { later } from '#ui/later.ts';
import { EmptyOffice } from './EmptyOffice.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ProcedureTable } from './ProcedureTable.tsx';
import { searchProcedures } from './searchProcedures.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useImport } from './useImport.ts';
import { useProcedureActions } from './useProcedureActions.ts';
import './ListPage.css';

const ShareDialog = later(() =>
  import('#app/share/ShareDialog.tsx').then((file) => file.ShareDialog),
);

const NewProcedureDialog = later(() =>
  import('#app/newProcedure/NewProcedureDialog.tsx').then((file) => file.NewProcedureDialog),
);

const UnsentEdits = later(() => import('./UnsentEdits.tsx').then((file) => file.UnsentEdits));

/** Where the dialog for a new SOP begins. */
type Beginning = 'form' | 'gallery';

/** The procedures that I may open, newest change first. */
export function ListPage() {
  const { t } = useTranslation('shell');
  const [state, reload] = useLoad(api.procedures);
  const { me } = useMe();
  const [unsent] = useState(() => findUnsentProcedures(me.id));
  const [beginning, setBeginning] = useState<Beginning>();
  const imports = useImport(reload);
  const chooserRef = useRef<HTMLInputElement>(null);
  const { importFiles } = imports;
  const drop = useCallback((files: readonly File[]) => void importFiles(files), [importFiles]);
  const pickFiles = () => chooserRef.current?.click();
  const isDropping = useFileDrop(drop);
  usePageTitle(t('list.title'));

  const isEmpty = state.status === 'ready' && state.value.length === 0;
  return (
    <PageFrame>
      <Group justify="space-between" mb="lg" gap="sm" mih={36}>
        <Title order={1}>{t('list.title')}</Title>
        {!isEmpty && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconLayoutGrid size={16} aria-hidden="true" />}
              onClick={() => setBeginning('gallery')}
            >
              {t('list.templates')}
            </Button>
            <ImportButton busyWith={imports.busyWith} onClick={pickFiles} />
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setBeginning('form')}
            >
              {t('list.create')}
            </Button>
          </Group>
        )}
      </Group>
      <Suspense>
        {state.status === 'ready' && unsent.length > 0 && (
          <UnsentEdits ids={unsent} procedures={state.value} />
        )}
      </Suspense>
      {state.status === 'loading' && <ListSkeleton />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {isEmpty && (
        <EmptyOffice
          onCreate={() => setBeginning('form')}
          onImport={pickFiles}
          onTemplates={() => setBeginning('gallery')}
        />
      )}
      {state.status === 'ready' && !isEmpty && (
        <ProcedureList procedures={state.value} onChanged={reload} />
      )}
      <FileChooser inputRef={chooserRef} onFiles={drop} />
      {isDropping && <div className="dropHint">{t('list.dropHere')}</div>}
      <Suspense>
        {beginning && (
          <NewProcedureDialog
            at={beginning}
            onImport={() => {
              setBeginning(undefined);
              pickFiles();
            }}
            onClose={() => setBeginning(undefined)}
          />
        )}
      </Suspense>
      <ImportReport outcomes={imports.outcomes} onClose={imports.clear} />
    </PageFrame>
  );
}

interface ImportButtonProps {
  readonly busyWith: string | undefined;
  onClick(): void;
}

function ImportButton({ busyWith, onClick }: ImportButtonProps) {
  const { t } = useTranslation('shell');
  return (
    <Button
      variant="default"
      onClick={onClick}
      disabled={busyWith !== undefined}
      leftSection={
        busyWith ? <Loader size={16} /> : <IconFileImport size={16} aria-hidden="true" />
      }
    >
      {busyWith ? t('import.busy', { name: busyWith }) : t('list.import')}
    </Button>
  );
}

interface FileChooserProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  onFiles(files: readonly File[]): void;
}

/** The browser's file chooser, opened by the import buttons. */
function FileChooser({ inputRef, onFiles }: FileChooserProps) {
  const { t } = useTranslation('shell');
  return (
    <input
      ref={inputRef}
      type="file"
      hidden
      multiple
      accept=".json,.bpmn,.xml,.docx,.xlsx,application/json"
      aria-label={t('import.chooser')}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // The same file can be chosen again after it was corrected.
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

/** How many rows are shown at first, and added by "load more". */
const pageSize = 50;

interface ProcedureListProps {
  readonly procedures: readonly ProcedureSummary[];
  onChanged(): void;
}

function ProcedureList({ procedures, onChanged }: ProcedureListProps) {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const [debouncedQuery] = useDebouncedValue(query, 150);
  const [shownCount, setShownCount] = useState(pageSize);
  const [shared, setShared] = useState<ProcedureSummary>();
  const { duplicate, remove } = useProcedureActions(onChanged);
  const found = searchProcedures(procedures, debouncedQuery);

  return (
    <>
      <SearchField value={query} onChange={setQuery} />
      <Text size="xs" c="dimmed" aria-live="polite" mb="xs">
        {t('list.shown', { shown: Math.min(shownCount, found.length), total: procedures.length })}
      </Text>
      {found.length === 0 ? (
        <EmptyState
          title={t('list.noMatch')}
          text={t('list.noMatchText', { query: debouncedQuery })}
        >
          <Button variant="light" mt="sm" onClick={() => setQuery('')}>
            {t('list.clearSearch')}
          </Button>
        </EmptyState>
      ) : (
        <ProcedureTable
          procedures={found.slice(0, shownCount)}
          onDuplicate={duplicate}
          onDelete={remove}
          onShare={setShared}
        />
      )}
      {found.length > shownCount && (
        <Group justify="center" mt="lg">
          <Button variant="default" onClick={() => setShownCount(shownCount + pageSize)}>
            {t('list.more')}
          </Button>
        </Group>
      )}
      <Suspense>
        {shared && <ShareDialog procedureId={shared.id} onClose={() => setShared(undefined)} />}
      </Suspense>
    </>
  );
}

interface SearchFieldProps {
  readonly value: string;
  onChange(value: string): void;
}

function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useTranslation('shell');
  const inputRef = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => inputRef.current?.focus()]]);
  return (
    <TextInput
      ref={inputRef}
      type="search"
      role="searchbox"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        value ? (
          <CloseButton aria-label={t('list.clearSearch')} onClick={() => onChange('')} />
        ) : (
          <Kbd size="xs" className="searchKey" title={t('list.searchHint')}>
            /
          </Kbd>
        )
      }
      mb="xs"
      maw={420}
    />
  );
}

const skeletonRows = ['a', 'b', 'c', 'd', 'e', 'f'];

function ListSkeleton() {
  const { t } = useTranslation('common');
  return (
    <Stack gap="sm" aria-busy="true" aria-label={t('loading')}>
      {skeletonRows.map((row) => (
        <Skeleton key={row} height={44} />
      ))}
    </Stack>
  );
}
