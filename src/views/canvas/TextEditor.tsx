import { useStore } from '@xyflow/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#core/edit/textOf.ts';
import type { Box, CanvasLayout, Point } from '#core/layout/geometry.ts';
import type { StepSymbol } from '#core/model/procedure.ts';
import { useProcedure, useSelection } from '#session/react/hooks.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { useCanvas, useCanvasUi, useLayout, useSheet } from './canvasContext.ts';
import { toCentre } from './cells.ts';
import { InlineInput, useSelectedText } from './InlineInput.tsx';
import { toMiddle } from './paths.ts';
import { useEditorKeys } from './useEditorKeys.ts';

/** The field that stands over a step's symbol or an arrow's label while its text is typed. */
export function TextEditor() {
  const { commands } = useCanvas();
  const editing = useCanvasUi((ui) => ui.editing);
  const isGone = useProcedure((procedure) => editing && textOf(procedure, editing) === undefined);
  useEffect(() => {
    if (isGone) commands.stopEditing();
  }, [isGone, commands]);
  if (editing?.of === 'step') return <StepEditor key={editing.step} step={editing.step} />;
  if (editing?.of === 'label') return <LabelEditor key={editing.flow} flow={editing.flow} />;
  return null;
}

function StepEditor({ step }: { readonly step: string }) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const layout = useLayout();
  const selected = useSelection().at(-1);
  const decision = useProcedure(({ steps }) =>
    steps.find(({ id }) => id === step)?.symbols.find(({ kind }) => kind === 'decision'),
  );
  const box = findStepBox(layout, step, selected?.id ?? decision?.id);
  if (!box) return null;
  return (
    <EditorCard at={toCentre(box)} width={Math.max(box.width + 8, 176)}>
      <fieldset
        className="canvasEditor canvasWidget nopan nowheel"
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) commands.stopEditing();
        }}
      >
        {decision && <span className="canvasFieldName">{t('activity')}</span>}
        <ActivityField step={step} />
        {decision && <span className="canvasFieldName question">{t('questionName')}</span>}
        {decision && <QuestionField symbol={decision} />}
      </fieldset>
    </EditorCard>
  );
}

function ActivityField({ step }: { readonly step: string }) {
  const { t } = useTranslation('canvas');
  const target = useRef({ of: 'step', step, field: 'activity' } as const);
  const { props, revert } = useTextField<HTMLTextAreaElement>(target.current);
  const onKeyDown = useEditorKeys(revert);
  useSelectedText(props.ref);
  return (
    <textarea
      {...props}
      className="canvasTextarea"
      aria-label={t('activity')}
      placeholder={t('activityHint')}
      rows={2}
      onKeyDown={onKeyDown}
    />
  );
}

/** The question inside a decision, beside its activity. */
function QuestionField({ symbol }: { readonly symbol: StepSymbol }) {
  const { t } = useTranslation('canvas');
  const target = useRef({ of: 'symbol', symbol: symbol.id } as const);
  const { props, revert } = useTextField<HTMLTextAreaElement>(target.current);
  const onKeyDown = useEditorKeys(revert);
  return (
    <textarea
      {...props}
      className="canvasQuestion"
      rows={1}
      aria-label={t('question')}
      placeholder={t('questionHint')}
      onKeyDown={onKeyDown}
    />
  );
}

function LabelEditor({ flow }: { readonly flow: string }) {
  const { t } = useTranslation('canvas');
  const connector = useSheet(({ connectors }) => connectors.get(flow));
  if (!connector) return null;
  const at = connector.label ? toCentre(connector.label) : toMiddle(connector.points);
  return (
    <EditorCard at={at} width={96}>
      <InlineInput
        target={{ of: 'label', flow }}
        label={t('flowLabel')}
        placeholder={t('flowLabelHint')}
      />
    </EditorCard>
  );
}

interface EditorCardProps {
  /** Its centre, on the sheet. */
  readonly at: Point;
  readonly width: number;
  readonly children: ReactNode;
}

/** Stands on the sheet, and never becomes smaller than one can read. */
function EditorCard({ at: [x, y], width, children }: EditorCardProps) {
  const scale = useStore(({ transform }) => Math.max(1, 1.15 / transform[2]));
  return (
    <div
      className="canvasCard"
      style={{ left: x, top: y, width, transform: `translate(-50%, -50%) scale(${scale})` }}
    >
      {children}
    </div>
  );
}

/** The step's symbol that is meant, or its first; a row without symbols is written at its start. */
function findStepBox(
  layout: CanvasLayout,
  step: string,
  symbol: string | undefined,
): Box | undefined {
  const boxes = layout.symbols.filter((box) => box.step === step);
  const box = boxes.find((candidate) => candidate.symbol === symbol) ?? boxes[0];
  if (box) return box;
  const row = layout.rows.find((candidate) => candidate.step === step);
  return row && { x: layout.numberWidth + 4, y: row.y, width: 160, height: row.height };
}
