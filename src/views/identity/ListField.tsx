import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityList } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { ListItem } from './ListItem.tsx';
import { useItemDrag } from './useItemDrag.ts';
import { useItemKeys } from './useItemKeys.ts';
import { useListCommands } from './useListCommands.ts';

interface ListFieldProps {
  readonly list: IdentityList;
  /** Stands above the entries. */
  readonly children?: ReactNode;
}

/** One list of the identity: entries that are typed, added, moved and removed in place. */
export function ListField({ list, children }: ListFieldProps) {
  const { t } = useTranslation('identity');
  const id = useId();
  const canEdit = useCanEdit();
  const items = useProcedure(({ identity }) => identity[list]);
  const keys = useItemKeys(items);
  const listRef = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const focus = useItemFocus(listRef);
  const commands = useListCommands(list, { focus, say: setSaid });
  const { drag, toHandle } = useItemDrag(listRef, commands.move);

  return (
    <section className="identityCard" aria-labelledby={id} data-key={`list:${list}`}>
      <h2 id={id}>{t(`list.${list}`)}</h2>
      <p className="identityHint">{t(`list.${list}Hint`)}</p>
      {children}
      {items.length === 0 && !canEdit && <p className="identityNone">{t('list.none')}</p>}
      <ol className="identityList" ref={listRef} data-dragging={drag !== undefined || undefined}>
        {keys.map((key, index) => (
          <ListItem
            key={key}
            list={list}
            index={index}
            count={items.length}
            commands={commands}
            drag={drag}
            handle={toHandle(index)}
          />
        ))}
      </ol>
      {canEdit && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="identityAdd"
          leftSection={<IconPlus size={15} stroke={2} aria-hidden="true" />}
          onClick={() => commands.add(items.length)}
        >
          {t(`list.${list}Add`)}
        </Button>
      )}
      <p className="identityAloud" aria-live="polite">
        {said}
      </p>
    </section>
  );
}

/** Gives the keyboard to an entry once it is drawn. */
function useItemFocus(listRef: React.RefObject<HTMLElement | null>): (index: number) => void {
  const [wanted, setWanted] = useState<{ readonly index: number }>();
  useLayoutEffect(() => {
    if (!wanted) return;
    const fields = listRef.current?.querySelectorAll('textarea');
    fields?.[wanted.index]?.focus();
  }, [wanted, listRef]);
  return (index) => setWanted({ index });
}
