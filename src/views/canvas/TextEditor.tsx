import { useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box, CanvasLayout, Point } from '#core/layout/geometry.ts';
import type { StepSymbol } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useCanvas, useCanvasUi } from './canvasContext.ts';
import type { Editing } from './canvasState.ts';
import { toCentre } from './cells.ts';
import { InlineInput } from './InlineInput.tsx';
import { toMiddle } from './paths.ts';
import { useDraft } from './useDraft.ts';

interface TextEditorProps {
  readonly layout: CanvasLayout;
}

/** The field that stands over a step's symbol or an arrow's label while its text is typed. */
export function TextEditor({ layout }: TextEditorProps) {
  const editing = useCanvasUi((ui) => ui.editing);
  if (editing?.target.of === 'step') {
    const { step } = editing.target;
    return <StepEditor key={step} editing={editing} step={step} layout={layout} />;
  }
  if (editing?.target.of === 'label') {
    return <LabelEditor key={editing.target.flow} editing={editing} layout={layout} />;
  }
  return null;
}

interface StepEditorProps extends TextEditorProps {
  readonly editing: Editing;
  readonly step: string;
}

function StepEditor({ editing, step, layout }: StepEditorProps) {
  const decision = useProcedure(({ steps }) =>
    steps.find(({ id }) => id === step)?.symbols.find(({ kind }) => kind === 'decision'),
  );
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const { value, setValue, commit } = useDraft(editing.target, editing.draft);
  const question = useRef<QuestionHandle>(undefined);
  const isDone = useRef(false);
  const box = findStepBox(layout, step, decision);
  const finish = (keep: 'keep' | 'drop') => {
    if (isDone.current) return;
    isDone.current = true;
    if (keep === 'keep') {
      commit();
      question.current?.commit();
    }
    commands.stopEditing();
  };
  if (!box) return null;
  return (
    <EditorCard at={toCentre(box)} width={Math.max(box.width + 8, 168)}>
      <fieldset
        className="canvasEditor nopan nowheel"
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') finish('drop');
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            finish('keep');
          }
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) finish('keep');
        }}
      >
        <ActivityField value={value} onChange={setValue} isReplacing={editing.draft !== undefined} />
        {decision && (
          <QuestionField
            symbol={decision}
            label={t('question')}
            onReady={(handle) => {
              question.current = handle;
            }}
          />
        )}
      </fieldset>
    </EditorCard>
  );
}

interface ActivityFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The person typed over the text; else it opens with everything selected. */
  readonly isReplacing: boolean;
}

function ActivityField({ value, onChange, isReplacing }: ActivityFieldProps) {
  const { t } = useTranslation('canvas');
  const ref = useRef<HTMLTextAreaElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current || !ref.current) return;
    isFirst.current = false;
    ref.current.focus({ preventScroll: true });
    if (isReplacing) ref.current.setSelectionRange(value.length, value.length);
    else ref.current.select();
  }, [isReplacing, value]);
  return (
    <textarea
      ref={ref}
      className="canvasTextarea"
      aria-label={t('activity')}
      placeholder={t('activityHint')}
      rows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface QuestionHandle {
  readonly commit: () => void;
}

interface QuestionFieldProps {
  readonly symbol: StepSymbol;
  readonly label: string;
  readonly onReady: (handle: QuestionHandle) => void;
}

function QuestionField({ symbol, label, onReady }: QuestionFieldProps) {
  const target = useRef({ of: 'symbol', symbol: symbol.id } as const);
  const { value, setValue, commit } = useDraft(target.current);
  useEffect(() => onReady({ commit }), [onReady, commit]);
  return (
    <input
      className="canvasQuestion"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
    />
  );
}

function LabelEditor({ editing, layout }: { readonly editing: Editing; readonly layout: CanvasLayout }) {
  const { t } = useTranslation('canvas');
  if (editing.target.of !== 'label') return null;
  const { flow } = editing.target;
  const connector = layout.connectors.find((candidate) => candidate.flow === flow);
  if (!connector) return null;
  const at = connector.label ? toCentre(connector.label) : toMiddle(connector.points);
  return (
    <EditorCard at={at} width={88}>
      <InlineInput target={editing.target} label={t('flowLabel')} start={editing.draft} />
    </EditorCard>
  );
}

interface EditorCardProps {
  /** Its centre, on the sheet. */
  readonly at: Point;
  readonly width: number;
  readonly children: React.ReactNode;
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

function findStepBox(
  layout: CanvasLayout,
  step: string,
  decision: StepSymbol | undefined,
): Box | undefined {
  const boxes = layout.symbols.filter((box) => box.step === step);
  const box = boxes.find(({ symbol }) => symbol === decision?.id) ?? boxes[0];
  if (box) return box;
  const row = layout.rows.find((candidate) => candidate.step === step);
  return row && { x: layout.numberWidth + 4, y: row.y, width: 160, height: row.height };
}
