import { type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { EditorPart } from '#app/commands/editorCommands.ts';
import { useEditorCommands } from '#app/commands/useEditorCommands.ts';
import { useHelp } from '#app/help/helpContext.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { FoundContext, openFoundTexts } from '#session/react/foundTexts.ts';
import {
  useCanEdit,
  useConnection,
  useHasUnsentEdits,
  useProcedure,
  useSession,
} from '#session/react/hooks.ts';
import { PinContext } from '#session/react/pinBoard.ts';
import { CommandBoardContext } from '#ui/commands/commandBoard.ts';
import { HeldKeys } from '#ui/finder/HeldKeys.tsx';
import { later } from '#ui/later.ts';
import { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { ConnectionStrip } from './ConnectionStrip.tsx';
import { EditorHeader } from './EditorHeader.tsx';
import { EditorSkeleton } from './EditorSkeleton.tsx';
import { EditorViews } from './EditorViews.tsx';
import { useMergedNotice } from './useMergedNotice.ts';
import { useNewVersion } from './useNewVersion.ts';
import { usePrintKey } from './usePrintKey.ts';
import { useRoleNotice } from './useRoleNotice.ts';
import { toViewName, type ViewName } from './viewNames.ts';
import './Editor.css';

const ShareDialog = later(() =>
  import('#app/share/ShareDialog.tsx').then((file) => file.ShareDialog),
);

const VersionsDialog = later(() =>
  import('#app/versions/VersionsDialog.tsx').then((file) => file.VersionsDialog),
);
const TourCorner = later(() => import('#app/help/TourCorner.tsx').then((file) => file.TourCorner));
const Palette = later(() => import('#app/commands/Palette.tsx').then((file) => file.Palette));
const PresentingBar = later(() =>
  import('#app/present/PresentingBar.tsx').then((file) => file.PresentingBar),
);
const FindBar = later(() => import('#app/find/FindBar.tsx').then((file) => file.FindBar));
const NewVersionBar = later(() => import('./NewVersionBar.tsx').then((file) => file.NewVersionBar));

const RefusedSession = later(() =>
  import('./RefusedSession.tsx').then((file) => file.RefusedSession),
);
const UnsentNotice = later(() => import('./UnsentNotice.tsx').then((file) => file.UnsentNotice));

const SuggestionsPart = later(() =>
  import('./SuggestionsPart.tsx').then((file) => file.SuggestionsPart),
);

const storageKey = 'alur.view';

export interface EditorProps {
  readonly canShare: boolean;
  /** Opens the procedure again without what only this device has. */
  onDiscard(): void;
  /** Stands below the header. */
  readonly children?: ReactNode;
}

/** The open procedure: header and views. */
export function Editor({ canShare, onDiscard, children }: EditorProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const { t: tFiles } = useTranslation('files');
  const session = useSession();
  const connection = useConnection();
  const canEdit = useCanEdit();
  const isLeftBehind = useHasUnsentEdits() && !canEdit;
  const title = useProcedure(toTitle);
  const isBlank = useProcedure(hasNothing);
  const frameRef = useRef<HTMLDivElement>(null);
  const [view, setView] = useView();
  const [part, setPart] = useState<EditorPart>();
  const close = useCallback(() => setPart(undefined), []);
  usePageTitle(title || t('editor.untitled'));
  const { openHelp, setTouring } = useHelp();
  const [timesFound, setTimesFound] = useState(0);
  const [suggestions] = useState(openSuggestionsUi);
  const [found] = useState(openFoundTexts);
  const pins = useMemo(
    () => ({ board: suggestions.board, onPick: suggestions.pick }),
    [suggestions],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each part begins with nothing typed.
  const typed = useMemo(() => ({ text: '' }), [part]);
  const open = useCallback(
    (asked: EditorPart) => {
      if (asked === 'suggest') return suggestions.write('chosen');
      if (asked === 'help') return openHelp();
      if (asked === 'tour') return setTouring(true);
      setPart(asked);
      if (asked === 'find' || asked === 'replace') setTimesFound((times) => times + 1);
    },
    [suggestions, openHelp, setTouring],
  );
  const board = useEditorCommands(frameRef, { canShare, open, show: setView });
  useRoleNotice(session);
  useMergedNotice(session);
  const isNewVersionThere = useNewVersion(session);
  usePrintKey();

  if (connection.status === 'refused')
    return (
      <Suspense fallback={<EditorSkeleton />}>
        <RefusedSession reason={connection.reason} onDiscard={onDiscard} />
      </Suspense>
    );
  if (connection.status === 'connecting' && isBlank) return <EditorSkeleton />;
  return (
    <div className="editor" ref={frameRef}>
      <p className="printNote">{tFiles('printNote')}</p>
      <a className="skipLink" href="#isi">
        {tCommon('skipToContent')}
      </a>
      <div>
        <EditorHeader
          view={view}
          onView={setView}
          suggestions={suggestions}
          onVersions={() => setPart('versions')}
          {...(canShare && { onShare: () => setPart('share') })}
        />
        {canEdit && <ConnectionStrip />}
        <Suspense>{children}</Suspense>
        <Suspense>{isNewVersionThere && <NewVersionBar />}</Suspense>
        <Suspense>
          <PresentingBar />
        </Suspense>
      </div>
      <main className="editorMain" id="isi" tabIndex={-1}>
        <Suspense fallback={<HeldKeys typed={typed} />}>
          {(part === 'find' || part === 'replace') && (
            <FindBar
              isReplacing={part === 'replace'}
              typed={typed}
              found={found}
              asked={timesFound}
              view={view}
              onView={setView}
              onClose={close}
            />
          )}
        </Suspense>
        <Suspense>{isLeftBehind && <UnsentNotice onDiscard={onDiscard} />}</Suspense>
        <div className="editorStage">
          <PinContext value={pins}>
            <CommandBoardContext value={board}>
              <FoundContext value={found}>
                <EditorViews view={view} />
              </FoundContext>
            </CommandBoardContext>
          </PinContext>
          <Suspense>
            <SuggestionsPart ui={suggestions} />
          </Suspense>
        </div>
        <Suspense>
          <TourCorner showsTable={view === 'tabel' || view === 'belah'} />
        </Suspense>
      </main>
      <Suspense>
        {part === 'versions' && <VersionsDialog onClose={close} />}
        {part === 'share' && <ShareDialog procedureId={session.procedureId} onClose={close} />}
        <CommandBoardContext value={board}>
          <Suspense fallback={<HeldKeys typed={typed} />}>
            {part === 'palette' && <Palette of="everything" typed={typed} onClose={close} />}
            {part === 'goToStep' && <Palette of="steps" typed={typed} onClose={close} />}
          </Suspense>
        </CommandBoardContext>
      </Suspense>
    </div>
  );
}

/** The chosen view: from the address, else the one that this browser showed last. */
function useView(): readonly [ViewName, (view: ViewName) => void] {
  const [params, setParams] = useSearchParams();
  const view = toViewName(params.get('tampilan') ?? localStorage.getItem(storageKey));

  const choose = useCallback(
    (next: ViewName) => {
      localStorage.setItem(storageKey, next);
      setParams({ tampilan: next }, { replace: true });
    },
    [setParams],
  );

  return [view, choose];
}

function toTitle(procedure: Procedure): string {
  return procedure.identity.title;
}

/** Open from the start where the address asks for it, as the list of SOPs does. */
function openSuggestionsUi(): SuggestionsStore {
  const store = new SuggestionsStore();
  if (new URLSearchParams(location.search).has('saran')) store.toggle();
  return store;
}

function hasNothing({ identity, steps, actors }: Procedure): boolean {
  return identity.title === '' && steps.length === 0 && actors.length === 0;
}
