import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import { textOf } from '#core/edit/textOf.ts';
import { toTextChange } from '#core/model/textChange.ts';
import type { Session } from '#session/session.ts';
import { toTargetKey } from '#session/targetKey.ts';
import { mapCaret, mapChange, rebaseBefore } from '#session/textChange.ts';
import { useProcedure, useSession } from './hooks.ts';

type TextElement = HTMLTextAreaElement | HTMLInputElement;

/** A field tied to one text of the procedure; `props` go to the element, which keeps its own value. */
export interface TextField<E extends TextElement> {
  readonly props: {
    readonly ref: RefObject<E | null>;
    readonly defaultValue: string;
    readonly onInput: (event: FormEvent<E>) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: () => void;
  };
  /** The text as the procedure has it; undefined when its target is gone. */
  readonly text: string | undefined;
  /** Takes back what was typed here since the field was entered; others' words stay. */
  readonly revert: () => void;
}

/**
 * Every letter goes to the procedure as a `spliceText` edit; what others type in the same text shows
 * at once and moves neither my caret nor my words. Tells the others where I type.
 */
export function useTextField<E extends TextElement>(target: TextTarget): TextField<E> {
  const session = useSession();
  const text = useProcedure((procedure) => textOf(procedure, target));
  const binding = useRef<TextBinding<E>>(null);
  binding.current ??= new TextBinding(text ?? '');
  const bound = binding.current;
  const key = toTargetKey(target);

  useLayoutEffect(() => {
    bound.target = target;
    bound.session = session;
    if (text !== undefined) bound.show(text);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `target`.
  useEffect(() => {
    if (bound.isFocused) session.setPresence({ editing: target });
  }, [key, session]);

  useEffect(() => bound.open(), [bound]);

  return { props: bound.props, text, revert: bound.revert };
}

/** The element's value beside the procedure's text, and the edits between them. */
class TextBinding<E extends TextElement> {
  target: TextTarget | undefined;
  session: Session | undefined;
  isFocused = false;
  #isComposing = false;
  /** The element's value. The procedure's text is newer only while a composition holds it back. */
  #shown: string;
  /** The text as it would be without what was typed here. */
  #before: string;
  readonly #ref: { current: E | null } = { current: null };
  readonly props: TextField<E>['props'];

  constructor(text: string) {
    this.#shown = text;
    this.#before = text;
    this.props = {
      ref: this.#ref,
      defaultValue: text,
      onInput: () => this.#write(),
      onFocus: () => this.#enter(),
      onBlur: () => this.#leave(),
      onCompositionStart: () => {
        this.#isComposing = true;
      },
      onCompositionEnd: () => {
        this.#isComposing = false;
        this.show(this.#current());
      },
    };
  }

  /** Brings the procedure's text into the element. */
  show(text: string): void {
    const element = this.#ref.current;
    if (!element || this.#isComposing || text === this.#shown) return;
    const theirs = toTextChange(this.#shown, text);
    this.#before = rebaseBefore(this.#before, this.#shown, theirs);
    this.#shown = text;
    const { selectionStart, selectionEnd } = element;
    element.value = text;
    if (this.isFocused && selectionStart !== null && selectionEnd !== null)
      element.setSelectionRange(mapCaret(selectionStart, theirs), mapCaret(selectionEnd, theirs));
  }

  readonly revert = (): void => {
    const current = this.#current();
    if (current !== this.#before) this.#splice(toTextChange(current, this.#before));
  };

  /** A removed element sends no blur, and one focused before its effects ran sent no focus here. */
  open(): () => void {
    const element = this.#ref.current;
    if (element && element === element.ownerDocument.activeElement && !this.isFocused)
      this.#enter();
    return () => {
      if (this.isFocused) this.#leave();
    };
  }

  /** Sends what was just typed. */
  #write(): void {
    const element = this.#ref.current;
    if (!element) return;
    const mine = toTextChange(this.#shown, element.value, element.selectionEnd ?? 0);
    const theirs = toTextChange(this.#shown, this.#current());
    const isHeldBack = theirs.remove > 0 || theirs.insert !== '';
    this.#shown = element.value;
    this.#splice(isHeldBack ? mapChange(mine, theirs) : mine);
    // A refused or cleaned text differs from what the element shows.
    if (!isHeldBack) this.show(this.#current());
  }

  #splice(change: ReturnType<typeof toTextChange>): void {
    if (this.target) this.session?.apply({ type: 'spliceText', target: this.target, ...change });
  }

  #current(): string {
    const procedure = this.session?.procedure.get();
    return (procedure && this.target && textOf(procedure, this.target)) ?? this.#shown;
  }

  #enter(): void {
    this.isFocused = true;
    this.#before = this.#shown;
    if (this.target) this.session?.setPresence({ editing: this.target });
  }

  #leave(): void {
    this.isFocused = false;
    this.session?.setPresence({ editing: null });
  }
}
