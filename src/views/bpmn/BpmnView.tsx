import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus, IconSitemap } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { DiagramOutline } from './DiagramOutline.tsx';
import type { Diagram } from './openDiagram.ts';
import { useDiagram } from './useDiagram.ts';
import './BpmnView.css';
import { Tooltip } from '#ui/Tooltip.tsx';

/** The procedure as a BPMN diagram, to look at; it is drawn on the canvas. */
export function BpmnView() {
  const { t } = useTranslation('bpmn');
  const procedure = useProcedure(toItself);
  const isEmpty = procedure.steps.length === 0 || procedure.actors.length === 0;
  return (
    <section className="bpmn" aria-label={t('region')}>
      {isEmpty ? (
        <EmptyState
          icon={<IconSitemap size={40} stroke={1.4} aria-hidden="true" />}
          title={t('empty')}
          text={t('emptyText')}
        />
      ) : (
        <DiagramSheet procedure={procedure} />
      )}
    </section>
  );
}

interface DiagramSheetProps {
  readonly procedure: Procedure;
}

function DiagramSheet({ procedure }: DiagramSheetProps) {
  const { t } = useTranslation('bpmn');
  const outlineId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const { state, diagram } = useDiagram(ref, procedure, attempt);
  const { title } = procedure.identity;
  const [lanes, steps] = [procedure.actors.length, procedure.steps.length];
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups a drawing, not form fields. */}
      <div
        ref={ref}
        className="bpmnSheet"
        role="group"
        aria-label={t('diagram', { title: title || t('untitled'), lanes, steps })}
        aria-describedby={outlineId}
        aria-busy={state.status === 'loading'}
        data-warnings={state.status === 'shown' ? state.warnings : undefined}
      />
      <DiagramOutline id={outlineId} />
      {state.status === 'loading' && (
        <div className="bpmnOver">
          <Loader aria-label={t('loading')} />
        </div>
      )}
      {state.status === 'failed' && (
        <div className="bpmnOver" role="alert">
          <EmptyState title={t('failed')} text={t('failedText')}>
            <Button variant="light" mt="sm" onClick={() => setAttempt((last) => last + 1)}>
              {t('retry')}
            </Button>
          </EmptyState>
        </div>
      )}
      {state.status === 'shown' && diagram && <DiagramTools diagram={diagram} />}
    </>
  );
}

interface DiagramToolsProps {
  readonly diagram: Diagram;
}

function DiagramTools({ diagram }: DiagramToolsProps) {
  const { t } = useTranslation('bpmn');
  return (
    <div className="bpmnBar">
      <div className="bpmnPanel" role="toolbar" aria-label={t('tools')}>
        <Tool label={t('zoomOut')} onClick={() => diagram.zoomBy(1 / 1.25)}>
          <IconMinus size={17} stroke={1.8} />
        </Tool>
        <Tool label={t('zoomIn')} onClick={() => diagram.zoomBy(1.25)}>
          <IconPlus size={17} stroke={1.8} />
        </Tool>
        <Tool label={t('fit')} onClick={() => diagram.showAll()}>
          <IconMaximize size={17} stroke={1.7} />
        </Tool>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={32} variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
