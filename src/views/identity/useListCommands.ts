import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Edit } from '#core/edit/edit.ts';
import type { IdentityList } from '#core/model/procedure.ts';
import { useSession } from '#session/react/hooks.ts';

/** What a person can do with the entries of a list. */
export interface ListCommands {
  readonly add: (index: number) => void;
  readonly remove: (index: number) => void;
  /** `to` is the index after the move. */
  readonly move: (from: number, to: number) => void;
  /** Several pasted entries below the one that has the keyboard, or in its place when it is empty. */
  readonly addPasted: (index: number, texts: readonly string[]) => void;
}

export function useListCommands(
  list: IdentityList,
  { focus, say }: { readonly focus: (index: number) => void; readonly say: (text: string) => void },
): ListCommands {
  const session = useSession();
  const { t } = useTranslation('identity');

  function apply(edit: Edit): boolean {
    const { ok } = session.apply(edit);
    if (!ok) notifications.show({ message: t('rejected') });
    return ok;
  }

  function toItems(): readonly string[] {
    return session.procedure.get().identity[list];
  }

  return {
    add(index) {
      if (apply({ type: 'addItem', list, index, text: '' })) focus(index);
    },
    remove(index) {
      if (!apply({ type: 'removeItem', list, index })) return;
      say(t('list.removed', { item: t(`list.${list}Item`, { number: index + 1 }) }));
      focus(Math.max(0, index - 1));
    },
    move(from, to) {
      const count = toItems().length;
      if (to < 0 || to >= count || !apply({ type: 'moveItem', list, from, to })) return;
      const item = t(`list.${list}Item`, { number: from + 1 });
      say(t('list.moved', { item, number: to + 1, count }));
      focus(to);
    },
    addPasted(index, texts) {
      const isEmpty = toItems()[index] === '';
      const first = isEmpty ? index : index + 1;
      const edits: Edit[] = texts.map((text, offset) => ({
        type: 'addItem',
        list,
        index: first + offset,
        text,
      }));
      if (isEmpty) edits.unshift({ type: 'removeItem', list, index });
      if (apply({ type: 'batch', edits })) focus(first + texts.length - 1);
    },
  };
}
