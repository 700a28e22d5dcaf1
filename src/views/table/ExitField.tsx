import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExitProblem, toExitText } from '#core/edit/exitText.ts';
import { limits } from '#core/model/limits.ts';
import type { StepSymbol } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useTable } from './tableContext.ts';
import type { CellPanelPlace } from './tableState.ts';

interface ExitFieldProps {
  readonly panel: CellPanelPlace;
  readonly symbol: StepSymbol;
}

/** The next step as its number; of a decision "Ya 5, Tidak 2". It counts when it is finished. */
export function ExitField({ panel, symbol }: ExitFieldProps) {
  const { t } = useTranslation('table');
  const { chart, commands } = useTable();
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const now = useProcedure((procedure) => toExitText(procedure, symbol.id));
  const typed = panel.entry?.at === 'exits' ? panel.entry.typed : undefined;
  const [draft, setDraft] = useState(typed);
  const [problem, setProblem] = useState<ExitProblem>();
  const wantsKeyboard = panel.entry?.at === 'exits';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed counts only when it opens.
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field || !wantsKeyboard) return;
    field.focus({ preventScroll: true });
    if (typed === undefined) field.select();
    else field.setSelectionRange(typed.length, typed.length);
  }, [wantsKeyboard]);

  /** False when it cannot be read. */
  function commit(): boolean {
    if (draft === undefined || draft === now) return true;
    const found = chart.setExits(symbol.id, draft);
    setProblem(found);
    if (!found) setDraft(undefined);
    return found === undefined;
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    if (!commit()) return;
    chart.closePanel('back');
    commands.move('down');
  }

  return (
    <div className="cellPanelField">
      <label htmlFor={id}>{t('panel.exits')}</label>
      <input
        ref={ref}
        id={id}
        autoComplete="off"
        maxLength={limits.maxTextLength}
        placeholder={t(`panel.example.${symbol.kind === 'decision' ? 'decision' : 'plain'}`)}
        value={draft ?? now}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setProblem(undefined);
        }}
        onKeyDown={pressKey}
        onBlur={commit}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="cellPanelProblem">
          {t(`panel.problem.${problem.code}`, { text: problem.text })}
        </p>
      )}
    </div>
  );
}
