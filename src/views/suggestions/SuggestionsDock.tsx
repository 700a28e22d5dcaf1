import { Loader } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { toPins } from '#core/suggestions/pins.ts';
import type { Suggestion, SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { noteTarget } from '#core/suggestions/targets.ts';
import { useCanEdit, useProcedure, useSelection, useSession } from '#session/react/hooks.ts';
import { useSuggestions, useSuggestionsSession } from '#session/react/useSuggestions.ts';
import type { Selection } from '#session/session.ts';
import type { SuggestionsView } from '#session/suggestionsSession.ts';
import { toChosenTarget } from './chosenTarget.ts';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { SuggestionsPaper } from './SuggestionsPaper.tsx';
import { PartsContext, type Person } from './suggestionsContext.ts';
import type { SuggestionsStore } from './suggestionsUi.ts';
import { useChosenTarget } from './useChosenTarget.ts';
import { useFirstStates } from './useFirstStates.ts';
import { usePeople } from './usePeople.ts';
import { useTargetName } from './useTargetName.ts';
import './Suggestions.css';

export interface SuggestionsDockProps {
  readonly ui: SuggestionsStore;
  /** People with access, as far as one may know them. */
  readonly members: readonly Person[];
}

/** The panel beside the views, the pins on them and the button for a new suggestion. */
export function SuggestionsDock({ ui, members }: SuggestionsDockProps) {
  const { t } = useTranslation('suggestions');
  const session = useSuggestionsSession();
  const view = useSuggestions(toItself);
  const state = useSyncExternalStore(ui.subscribe, ui.get);
  if (session && view) return <Opened {...{ ui, members, session, view }} />;
  if (!state.isOpen) return null;
  return (
    <aside className="suggestionsPanel" aria-label={t('title')}>
      <Loader m="xl" aria-label={t('loading')} />
    </aside>
  );
}

interface OpenedProps extends SuggestionsDockProps {
  readonly session: NonNullable<ReturnType<typeof useSuggestionsSession>>;
  readonly view: SuggestionsView;
}

function Opened({ ui, members, session, view }: OpenedProps) {
  const state = useSyncExternalStore(ui.subscribe, ui.get);
  const { list } = view.suggestions;
  const people = usePeople(members, list, view.writer.id);
  const stateAtFirst = useFirstStates(list);
  const choose = useChosenTarget();
  const [isPaper, setPaper] = useState(false);
  usePinsOf(ui, list);
  useSelectPicked(ui, list);
  useEffect(() => {
    if (state.draft === 'chosen') ui.write(choose());
  });
  return (
    <PartsContext value={{ session, view, ui, people, stateAtFirst }}>
      {state.isOpen ? (
        <SuggestionsPanel
          state={state}
          onNew={() => ui.write(choose())}
          onPaper={() => setPaper(true)}
        />
      ) : (
        view.writer.maySuggest && <SuggestFab onPress={() => ui.write(choose())} />
      )}
      {isPaper && <SuggestionsPaper onClose={() => setPaper(false)} />}
    </PartsContext>
  );
}

/** Marks on the views what is not settled yet, and what is read. */
function usePinsOf(ui: SuggestionsStore, list: readonly Suggestion[]): void {
  const { t } = useTranslation('suggestions');
  const procedure = useProcedure(toSame);
  const { picked } = useSyncExternalStore(ui.subscribe, ui.get);
  useEffect(() => {
    const shown = list.filter(
      ({ id, status }) => status === 'open' || status === 'deferred' || id === picked,
    );
    ui.board.set({
      pins: toPins(shown, procedure),
      picked,
      nameNumbers: (numbers) => t('pin', { numbers: numbers.join(', ') }),
    });
    ui.openCount.set(list.filter(({ status }) => status === 'open').length);
  }, [ui, list, procedure, picked, t]);
}

/** Selects what the picked suggestion is about, so that every view shows it. */
function useSelectPicked(ui: SuggestionsStore, list: readonly Suggestion[]): void {
  const session = useSession();
  const { picked } = useSyncExternalStore(ui.subscribe, ui.get);
  const target = list.find(({ id }) => id === picked)?.target;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is picked.
  useEffect(() => {
    const selection = target && toSelection(session.procedure.get(), target);
    if (selection) session.select(selection);
  }, [picked]);
}

/** What to select; undefined where there is nothing, so that the selection stays. */
function toSelection(procedure: Procedure, target: SuggestionTarget): Selection | undefined {
  switch (target.of) {
    case 'step':
    case 'cell':
      return procedure.steps.some(({ id }) => id === target.step)
        ? [{ kind: 'step', id: target.step }]
        : undefined;
    case 'symbol':
      return procedure.steps.some(({ symbols }) => symbols.some(({ id }) => id === target.symbol))
        ? [{ kind: 'symbol', id: target.symbol }]
        : undefined;
    case 'flow':
      return procedure.flows.some(({ id }) => id === target.flow)
        ? [{ kind: 'flow', id: target.flow }]
        : undefined;
    case 'identity':
    case 'whole':
      return undefined;
  }
}

/** For whoever draws nothing, and for phones: one press writes about what is selected. */
function SuggestFab({ onPress }: { onPress(): void }) {
  const { t } = useTranslation('suggestions');
  const canEdit = useCanEdit();
  const procedure = useProcedure(toSame);
  const selection = useSelection();
  const toName = useTargetName();
  const target = toChosenTarget(procedure, selection, undefined);
  const name = toName(procedure, { target, place: noteTarget(procedure, target) });
  return (
    <button
      type="button"
      className="suggestFab"
      data-editor={canEdit || undefined}
      // The cell that one is in stays the one that one is in.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <IconMessagePlus size={20} aria-hidden="true" />
      <span>{t('suggest')}</span>
      {target.of !== 'whole' && <small>{name}</small>}
    </button>
  );
}

function toItself(view: SuggestionsView): SuggestionsView {
  return view;
}

function toSame(procedure: Procedure): Procedure {
  return procedure;
}
