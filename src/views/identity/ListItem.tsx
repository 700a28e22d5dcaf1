import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityList } from '#core/model/procedure.ts';
import { suggestFor } from '#core/words/suggestFor.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { useWords } from '#session/react/useWords.ts';
import { useSuggest } from '#ui/suggest/useSuggest.ts';
import { EditorBadge } from './EditorBadge.tsx';
import { GrowingText } from './GrowingText.tsx';
import { useEditorOf } from './identityContext.ts';
import { toPastedItems } from './pastedItems.ts';
import { type ItemDrag, toShift, type useItemDrag } from './useItemDrag.ts';
import type { ListCommands } from './useListCommands.ts';

interface ListItemProps {
  readonly list: IdentityList;
  readonly index: number;
  readonly count: number;
  readonly commands: ListCommands;
  readonly drag: ItemDrag | undefined;
  readonly handle: ReturnType<ReturnType<typeof useItemDrag>['toHandle']>;
}

/** One entry: a handle, its number as printed, its text, and what can be done with it. */
export function ListItem({ list, index, count, commands, drag, handle }: ListItemProps) {
  const { t } = useTranslation('identity');
  const canEdit = useCanEdit();
  const target = { of: 'item', list, index } as const;
  const field = useTextField<HTMLTextAreaElement>(target);
  const editor = useEditorOf(target);
  const words = useWords();
  const suggest = useSuggest((text, caret) => suggestFor(target, text, caret, words()));
  const item = t(`list.${list}Item`, { number: index + 1 });
  const shift = toShift(drag, index);
  const style: CSSProperties = shift === 0 ? {} : { transform: `translateY(${shift}px)` };
  return (
    <li className="identityItem" data-dragged={drag?.from === index || undefined} style={style}>
      {canEdit && (
        <span className="identityHandle" title={t('list.drag', { item })} {...handle}>
          <IconGripVertical size={16} stroke={1.6} aria-hidden="true" />
        </span>
      )}
      {list !== 'unit' && (
        <span className="identityNumber" aria-hidden="true">
          {index + 1}.
        </span>
      )}
      <div className="identityItemText">
        <GrowingText
          target={target}
          field={field}
          editor={editor}
          suggest={suggest}
          attributes={{
            'aria-label': item,
            onPaste: (event) => {
              const texts = toPastedItems(event.clipboardData.getData('text/plain'));
              if (!canEdit || texts.length === 0) return;
              event.preventDefault();
              commands.addPasted(index, texts);
            },
          }}
          onKey={(event) => {
            if (canEdit && pressKey(event, { index, count, commands })) event.preventDefault();
          }}
        />
        <EditorBadge editor={editor} />
      </div>
      {canEdit && <ItemTools item={item} index={index} count={count} commands={commands} />}
    </li>
  );
}

interface ItemToolsProps extends Pick<ListItemProps, 'index' | 'count' | 'commands'> {
  readonly item: string;
}

function ItemTools({ item, index, count, commands }: ItemToolsProps) {
  const { t } = useTranslation('identity');
  const common = { variant: 'subtle', color: 'gray', size: 26 } as const;
  return (
    <div className="identityItemTools">
      <ActionIcon
        {...common}
        aria-label={t('list.moveUp', { item })}
        disabled={index === 0}
        onClick={() => commands.move(index, index - 1)}
      >
        <IconArrowUp size={15} stroke={1.7} />
      </ActionIcon>
      <ActionIcon
        {...common}
        aria-label={t('list.moveDown', { item })}
        disabled={index === count - 1}
        onClick={() => commands.move(index, index + 1)}
      >
        <IconArrowDown size={15} stroke={1.7} />
      </ActionIcon>
      <ActionIcon
        {...common}
        aria-label={t('list.remove', { item })}
        onClick={() => commands.remove(index)}
      >
        <IconTrash size={15} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}

/** Enter begins the next entry, Backspace in an empty one removes it, Alt+arrows move it. */
function pressKey(
  { key, altKey, shiftKey, currentTarget }: KeyboardEvent<HTMLTextAreaElement>,
  { index, count, commands }: Pick<ListItemProps, 'index' | 'count' | 'commands'>,
): boolean {
  if (altKey && key === 'ArrowUp' && index > 0) commands.move(index, index - 1);
  else if (altKey && key === 'ArrowDown' && index < count - 1) commands.move(index, index + 1);
  else if (key === 'Enter' && !shiftKey) commands.add(index + 1);
  else if (key === 'Backspace' && currentTarget.value === '') commands.remove(index);
  else return false;
  return true;
}
