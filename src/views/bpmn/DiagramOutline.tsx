import { useTranslation } from 'react-i18next';
import { useDerived } from '#session/react/hooks.ts';
import { type OutlineStep, toOutline } from './outline.ts';

interface DiagramOutlineProps {
  readonly id: string;
}

/** The diagram in words, for those who do not see it. */
export function DiagramOutline({ id }: DiagramOutlineProps) {
  const { t } = useTranslation('bpmn');
  const steps = useDerived(toOutline);
  return (
    <ol className="bpmnOutline" id={id} aria-label={t('outline')}>
      {steps.map((step) => (
        <OutlineEntry key={step.id} step={step} />
      ))}
    </ol>
  );
}

function OutlineEntry({ step }: { readonly step: OutlineStep }) {
  const { t } = useTranslation('bpmn');
  const { number, kind = 'none', activity, actors, exits } = step;
  const sentences = [
    t('outlineStep', {
      number,
      kind: t(`kind.${kind}`),
      activity: activity || t('noActivity'),
      actors: actors.join(', ') || t('nobody'),
    }),
    ...exits.map((exit) =>
      exit.label
        ? t('outlineNextLabel', { label: exit.label, number: exit.number })
        : t('outlineNext', { number: exit.number }),
    ),
  ];
  return <li>{sentences.join(' ')}</li>;
}
