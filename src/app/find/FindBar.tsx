import { ActionIcon, Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconChevronDown,
  IconChevronUp,
  IconLetterCase,
  IconLetterW,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewName } from '#app/editor/viewNames.ts';
import type { FoundTexts } from '#session/react/foundTexts.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import type { ValueStore } from '#session/valueStore.ts';
import type { TypedAhead } from '#ui/finder/HeldKeys.tsx';
import { Tooltip } from '#ui/Tooltip.tsx';
import { type FindState, useFind } from './useFind.ts';
import './FindBar.css';

export interface FindBarProps {
  readonly isReplacing: boolean;
  readonly typed: TypedAhead;
  /** Told what was found, for the views to mark it. */
  readonly found: ValueStore<FoundTexts>;
  /** Another number takes the keyboard into the field again. */
  readonly asked: number;
  readonly view: ViewName;
  onView(view: ViewName): void;
  onClose(): void;
}

/** Looks for words in every text of the procedure, and puts others in their place. */
export function FindBar({ isReplacing, typed, found, asked, view, onView, onClose }: FindBarProps) {
  const { t } = useTranslation('find');
  const canEdit = useCanEdit();
  const find = useFind({ typed, found, view, show: onView });
  const ref = useRef<HTMLInputElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says when to take the keyboard.
  useEffect(() => {
    const field = ref.current;
    field?.focus();
    // What was typed ahead goes on; an older search is typed over.
    if (isFirst.current) field?.setSelectionRange(field.value.length, field.value.length);
    else field?.select();
    isFirst.current = false;
  }, [asked]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <search className="findBar" aria-label={t('name')} onKeyDown={press}>
      <div className="findRow">
        <TextInput
          ref={ref}
          className="findField"
          aria-label={t('query')}
          placeholder={t('query')}
          value={find.query.text}
          onChange={({ currentTarget }) => find.change({ text: currentTarget.value })}
          onKeyDown={onEnter(({ shiftKey }) => find.step(shiftKey ? -1 : 1))}
        />
        <output className="findCount">{toCountText(find, t)}</output>
        <FindTool label={t('previous')} onClick={() => find.step(-1)}>
          <IconChevronUp size={18} stroke={1.7} />
        </FindTool>
        <FindTool label={t('next')} onClick={() => find.step(1)}>
          <IconChevronDown size={18} stroke={1.7} />
        </FindTool>
        <FindTool
          label={t('caseSensitive')}
          isOn={find.query.isCaseSensitive}
          onClick={() => find.change({ isCaseSensitive: !find.query.isCaseSensitive })}
        >
          <IconLetterCase size={18} stroke={1.7} />
        </FindTool>
        <FindTool
          label={t('wholeWord')}
          isOn={find.query.isWholeWord}
          onClick={() => find.change({ isWholeWord: !find.query.isWholeWord })}
        >
          <IconLetterW size={18} stroke={1.7} />
        </FindTool>
        <FindTool label={t('close')} onClick={onClose}>
          <IconX size={18} stroke={1.7} />
        </FindTool>
      </div>
      {find.excerpt && (
        <p className="findExcerpt">
          {find.excerpt[0]}
          <mark>{find.excerpt[1]}</mark>
          {find.excerpt[2]}
        </p>
      )}
      {isReplacing && canEdit && <ReplaceRow find={find} />}
    </search>
  );
}

function ReplaceRow({ find }: { readonly find: FindState }) {
  const { t } = useTranslation('find');
  const run = (which: 'one' | 'all') => {
    const outcome = find.replace(which);
    if (!outcome.ok) notifications.show({ message: t('rejected') });
    else if (which === 'all')
      notifications.show({ message: t('replaced', { count: outcome.count }) });
  };
  const isDisabled = find.count === 0;
  return (
    <div className="findRow">
      <TextInput
        className="findField"
        aria-label={t('replacement')}
        placeholder={t('replacement')}
        value={find.replacement}
        onChange={({ currentTarget }) => find.setReplacement(currentTarget.value)}
        onKeyDown={onEnter(() => run('one'))}
      />
      <Button
        size="compact-sm"
        h={32}
        variant="default"
        disabled={isDisabled}
        onClick={() => run('one')}
      >
        {t('replace')}
      </Button>
      <Button
        size="compact-sm"
        h={32}
        variant="default"
        disabled={isDisabled}
        onClick={() => run('all')}
      >
        {t('replaceAll')}
      </Button>
    </div>
  );
}

interface FindToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly children: ReactNode;
  onClick(): void;
}

function FindTool({ label, isOn, children, onClick }: FindToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        className="findTool"
        size={32}
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'ink' : 'gray'}
        aria-label={label}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function onEnter(run: (event: KeyboardEvent) => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run(event);
  };
}

function toCountText(
  { query, count, current }: FindState,
  t: ReturnType<typeof useTranslation<'find'>>['t'],
): string {
  if (query.text === '') return '';
  if (count === 0) return t('none');
  return current === undefined
    ? t('found', { count })
    : t('position', { number: current + 1, count });
}
