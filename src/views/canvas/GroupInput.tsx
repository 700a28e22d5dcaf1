import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';
import { findGroupMembers } from './laneGroups.ts';

/** The name of a group header. It is given to all its lanes at once, so it is sent when finished. */
export function GroupInput({ actor }: { readonly actor: string }) {
  const { t } = useTranslation('canvas');
  const { procedure, selection } = useSession();
  const { commands } = useCanvas();
  const members = useRef<readonly string[]>(undefined);
  members.current ??= findGroupMembers(procedure.get(), selection.get(), actor);
  const [name, setName] = useState(
    () => procedure.get().actors.find(({ id }) => id === actor)?.group ?? '',
  );
  const isDone = useRef(false);
  const finish = (outcome: 'keep' | 'drop') => {
    if (isDone.current) return;
    isDone.current = true;
    commands.stopEditing();
    if (outcome === 'keep' && members.current) commands.group(members.current, name.trim());
  };
  return (
    <input
      className="canvasInput nopan"
      aria-label={t('groupName')}
      placeholder={t('groupName')}
      value={name}
      // biome-ignore lint/a11y/noAutofocus: it opens because the person asked to type here.
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => finish('keep')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish('keep');
        if (event.key === 'Escape') finish('drop');
      }}
    />
  );
}
