import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listDivisions } from '#core/suggestions/listSuggestions.ts';
import { suggestionStatuses } from '#core/suggestions/suggestion.ts';
import { useParts } from './suggestionsContext.ts';

/** Which suggestions are listed. `whose`: `all`, `mine` or `of:` and a division. */
export interface ListFilter {
  readonly status: 'all' | (typeof suggestionStatuses)[number];
  readonly whose: string;
}

interface FilterBarProps {
  readonly filter: ListFilter;
  onFilter(filter: ListFilter): void;
}

export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation('suggestions');
  const { view } = useParts();
  const divisions = listDivisions(view.suggestions.list);
  return (
    <div className="suggestionFilter">
      <NativeSelect
        size="xs"
        aria-label={t('filterStatus')}
        value={filter.status}
        data={[
          ...suggestionStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
          { value: 'all', label: t('allStatuses') },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onFilter({
            ...filter,
            status: suggestionStatuses.find((status) => status === value) ?? 'all',
          });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('filterWhose')}
        value={filter.whose}
        data={[
          { value: 'all', label: t('everybody') },
          { value: 'mine', label: t('mine') },
          ...divisions.map((division) => ({ value: `of:${division}`, label: division })),
        ]}
        onChange={(event) => onFilter({ ...filter, whose: event.currentTarget.value })}
      />
    </div>
  );
}
