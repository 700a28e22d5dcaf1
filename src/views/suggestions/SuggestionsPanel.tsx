import { ActionIcon, Button, Checkbox, CloseButton, Menu, Text } from '@mantine/core';
import { IconDots, IconTable } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterSuggestions } from '#core/suggestions/listSuggestions.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { Composer } from './Composer.tsx';
import { FilterBar, type ListFilter } from './FilterBar.tsx';
import { RefusedList } from './RefusedList.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import { useParts } from './suggestionsContext.ts';
import type { SuggestionsUi } from './suggestionsUi.ts';
import { takeLostFocus } from './takeLostFocus.ts';
import { useEntry } from './useEntry.ts';

interface SuggestionsPanelProps {
  readonly state: SuggestionsUi;
  /** Begins a suggestion about what is chosen in the views. */
  onNew(): void;
  /** Shows all as a table. */
  onPaper(): void;
}

/** All suggestions with their threads, beside the document. */
export function SuggestionsPanel({ state, onNew, onPaper }: SuggestionsPanelProps) {
  const { t } = useTranslation('suggestions');
  const { view, ui } = useParts();
  const [filter, setFilter] = useState<ListFilter>({ status: 'open', whose: 'all' });
  const newRef = useRef<HTMLButtonElement>(null);
  const isWriting = state.draft !== null;
  useEffect(() => {
    if (!isWriting) takeLostFocus(newRef.current);
  }, [isWriting]);
  const { list } = view.suggestions;
  const shown = filterSuggestions(list, toCoreFilter(filter, view.writer.id));
  // What was pressed on the page shows whatever the filter says.
  const picked = list.find(({ id }) => id === state.picked);
  const listed = picked && !shown.includes(picked) ? [picked, ...shown] : shown;
  return (
    <aside
      className="suggestionsPanel"
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        ui.close();
      }}
    >
      <header className="suggestionsHead">
        <h2>{t('title')}</h2>
        <Text size="sm" c="dimmed">
          {t('openCount', { count: list.filter(({ status }) => status === 'open').length })}
        </Text>
        <MoreMenu onPaper={onPaper} />
        <CloseButton aria-label={t('close')} onClick={ui.close} />
      </header>
      <div className="suggestionsBody">
        {state.draft && state.draft !== 'chosen' ? (
          <Composer key={JSON.stringify(state.draft)} target={state.draft} />
        ) : (
          view.writer.maySuggest && (
            <Button ref={newRef} fullWidth variant="light" onClick={onNew}>
              {t('new')}
            </Button>
          )
        )}
        <ConnectionNote />
        <RefusedList />
        {list.length > 0 && <FilterBar filter={filter} onFilter={setFilter} />}
        {listed.length === 0 && <Nothing isWhole={list.length === 0} />}
        <ol className="suggestionList">
          {listed.map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              isPicked={suggestion.id === state.picked}
            />
          ))}
        </ol>
      </div>
    </aside>
  );
}

/** Says why what one writes does not reach the others yet. */
function ConnectionNote() {
  const { t } = useTranslation('suggestions');
  const { view } = useParts();
  const { connection, unsentCount } = view;
  if (connection.status === 'online') return null;
  if (connection.status === 'connecting' && unsentCount === 0) return null;
  const isRefused = connection.status === 'refused';
  return (
    <p className="suggestionsNote" role="status">
      {isRefused ? t('refusedConnection') : t('offline', { count: unsentCount })}
    </p>
  );
}

function Nothing({ isWhole }: { readonly isWhole: boolean }): ReactNode {
  const { t } = useTranslation('suggestions');
  const { view } = useParts();
  const text = view.writer.maySuggest ? t('noneText') : t('noneToRead');
  return (
    <p className="suggestionsNone">
      <strong>{t(isWhole ? 'none' : 'noneShown')}</strong>
      {isWhole && <span>{text}</span>}
    </p>
  );
}

function MoreMenu({ onPaper }: Pick<SuggestionsPanelProps, 'onPaper'>) {
  const { t } = useTranslation('suggestions');
  const { view } = useParts();
  const write = useEntry();
  const { allowsAnonymous } = view.suggestions.rules;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('more')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={16} aria-hidden="true" />} onClick={onPaper}>
          {t('paper')}
        </Menu.Item>
        {view.writer.maySettle && (
          <Menu.Item
            component="div"
            closeMenuOnClick={false}
            onClick={() => write({ type: 'allowAnonymous', isAllowed: !allowsAnonymous })}
          >
            <Checkbox
              size="xs"
              label={t('allowAnonymous')}
              checked={allowsAnonymous}
              readOnly
              tabIndex={-1}
            />
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function toCoreFilter(
  { status, whose }: ListFilter,
  me: string,
): Parameters<typeof filterSuggestions>[1] {
  return {
    ...(status !== 'all' && { status: status satisfies Suggestion['status'] }),
    ...(whose === 'mine' && { person: me }),
    ...(whose.startsWith('of:') && { division: whose.slice(3) }),
  };
}
