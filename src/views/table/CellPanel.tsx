import { ActionIcon } from '@mantine/core';
import { IconLink, IconLinkOff, IconTrash } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure, StepSymbol } from '#core/model/procedure.ts';
import { useProcedure, useSelection } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { ArrowList } from './ArrowList.tsx';
import { ExitField } from './ExitField.tsx';
import type { CellSubject } from './gridCell.ts';
import { KindButtons } from './KindButtons.tsx';
import type { PageModel } from './pageModel.ts';
import { QuestionField } from './QuestionField.tsx';
import { SymbolChoice } from './SymbolChoice.tsx';
import { useTable } from './tableContext.ts';
import type { CellPanelPlace } from './tableState.ts';
import './CellPanel.css';

interface CellPanelProps {
  readonly panel: CellPanelPlace;
  readonly pages: readonly PageModel[];
  readonly subject: Extract<CellSubject, { kind: 'place' }>;
  /** Where it stands on the desk, in CSS px. */
  readonly left: number;
  readonly top: number;
}

/** What stands in a cell and where it leads: everything that the canvas does, without a pointer. */
export function CellPanel({ panel, pages, subject, left, top }: CellPanelProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const { step, actor } = panel;
  const ref = useRef<HTMLDivElement>(null);
  const steps = useProcedure(toSteps);
  // Another choice among the cell's symbols is another selection.
  useSelection();
  const symbol = chart.findSymbol(step, actor);
  const found = steps.find(({ id }) => id === step);
  useLayoutEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);

  function leave({ currentTarget, relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Element) || currentTarget.contains(relatedTarget)) return;
    if (relatedTarget.getAttribute('data-key') !== panel.key) chart.closePanel('elsewhere');
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    chart.closePanel('back');
  }

  return (
    <div
      ref={ref}
      className="cellPanel"
      role="dialog"
      aria-label={t('panel.name', { number: subject.stepNumber, actor: subject.actorName })}
      style={{ left, top }}
      onBlur={leave}
      onKeyDown={pressKey}
    >
      {subject.symbols.length > 1 && <SymbolChoice symbols={subject.symbols} chosen={symbol?.id} />}
      <div className="cellPanelKinds">
        <KindButtons panel={panel} kind={symbol?.kind} />
        {found && found.symbols.length > 1 && <JointButton step={step} isJoint={found.joint} />}
        {symbol && <RemoveButton panel={panel} />}
      </div>
      {symbol && <SymbolFields key={symbol.id} panel={panel} pages={pages} symbol={symbol} />}
    </div>
  );
}

interface SymbolFieldsProps {
  readonly panel: CellPanelPlace;
  readonly pages: readonly PageModel[];
  readonly symbol: StepSymbol;
}

function SymbolFields({ panel, pages, symbol }: SymbolFieldsProps) {
  const { t } = useTranslation('table');
  // A field that is emptied must not go away under the hands of who types.
  const [hadText] = useState(Boolean(symbol.text));
  return (
    <>
      <ExitField panel={panel} symbol={symbol} />
      {(symbol.kind === 'decision' || hadText) && <QuestionField symbol={symbol.id} />}
      <ArrowList symbol={symbol.id} pages={pages} wantsRoute={panel.entry?.at === 'routes'} />
      <p className="cellPanelHint">{t(`panel.hint.${symbol.kind}`)}</p>
    </>
  );
}

interface JointButtonProps {
  readonly step: string;
  readonly isJoint: boolean | undefined;
}

function JointButton({ step, isJoint = false }: JointButtonProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const label = t('panel.joint');
  return (
    <Tooltip label={label}>
      <ActionIcon
        className="cellPanelTool"
        variant={isJoint ? 'light' : 'subtle'}
        color={isJoint ? 'ink' : 'gray'}
        size={34}
        aria-label={label}
        aria-pressed={isJoint}
        onClick={() => chart.toggleJoint(step)}
      >
        {isJoint ? <IconLink size={17} stroke={1.7} /> : <IconLinkOff size={17} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}

function RemoveButton({ panel }: Pick<SymbolFieldsProps, 'panel'>) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  return (
    <Tooltip label={t('panel.remove')}>
      <ActionIcon
        className="cellPanelTool"
        variant="subtle"
        color="gray"
        size={34}
        aria-label={t('panel.remove')}
        onClick={() => {
          chart.removeSymbol(panel.step, panel.actor);
          chart.closePanel('back');
        }}
      >
        <IconTrash size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

function toSteps({ steps }: Procedure): Procedure['steps'] {
  return steps;
}
