import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit, useProcedure, useSelection } from '#session/react/hooks.ts';
import { useHelp } from './helpContext.ts';
import { TourBubble } from './TourBubble.tsx';
import { TourText } from './TourText.tsx';
import {
  isDone,
  isUntouched,
  nextStep,
  type TourStep,
  toTourFacts,
  tourSteps,
} from './tourSteps.ts';
import { isWriting } from './tourTargets.ts';
import { useTourEscape } from './useTourEscape.ts';
import { useTourTarget } from './useTourTarget.ts';
import './tour.css';

const storageKey = 'alur.hint';

export interface TourCornerProps {
  /** Whether the table is on the screen. */
  readonly showsTable: boolean;
}

/** Over the editor: the tour, or the one hint of an SOP in which nothing was drawn yet. */
export function TourCorner({ showsTable }: TourCornerProps) {
  const { isTouring, setTouring } = useHelp();
  const canEdit = useCanEdit();
  const isNew = useProcedure(isUntouched);
  const [isHidden, setHidden] = useState(() => localStorage.getItem(storageKey) === 'hidden');
  const hide = () => {
    localStorage.setItem(storageKey, 'hidden');
    setHidden(true);
  };
  const end = () => {
    hide();
    setTouring(false);
  };
  if (!canEdit) return null;
  if (isTouring) return <Tour showsTable={showsTable} onEnd={end} />;
  if (!isNew || isHidden || showsTable) return null;
  return <FirstHint onTour={() => setTouring(true)} onHide={hide} />;
}

interface FirstHintProps {
  onTour(): void;
  onHide(): void;
}

function FirstHint({ onTour, onHide }: FirstHintProps) {
  const { t } = useTranslation('help');
  return (
    <section className="tourCard" aria-label={t('tour.hintName')}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconBulb size={20} stroke={1.6} aria-hidden="true" className="tourBulb" />
        <Text size="sm" flex={1}>
          <TourText text={t('tour.hint')} />
        </Text>
        <CloseButton aria-label={t('tour.hide')} onClick={onHide} />
      </Group>
      <Button variant="light" size="xs" className="tourStart" onClick={onTour}>
        {t('tour.start')}
      </Button>
    </section>
  );
}

interface TourProps extends TourCornerProps {
  onEnd(): void;
}

/** Points at what a step speaks of. Goes on by itself as soon as what a step asks for was done; any step can be skipped. */
function Tour({ showsTable, onEnd }: TourProps) {
  const { t } = useTranslation('help');
  const procedure = useProcedure((whole) => whole);
  const selection = useSelection();
  const facts = toTourFacts(procedure, selection, showsTable);
  const [step, setStep] = useState<TourStep>('select');
  const [began, setBegan] = useState(facts);
  const next = nextStep(step);
  const isStepDone = isDone(step, began, facts);
  const go = (to: TourStep) => {
    setStep(to);
    setBegan(facts);
  };
  // Drawn again when what it points at changes, as it does when a text is finished.
  const target = useTourTarget(step);
  const goesOn = isStepDone && !isWriting();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step ends once, when it was done.
  useEffect(() => {
    if (goesOn && next) go(next);
  }, [goesOn]);
  useTourEscape(selection.length > 0, onEnd);
  return (
    <TourBubble label={t('tour.name')} target={target}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text size="xs" c="dimmed">
          {t('tour.place', { step: tourSteps.indexOf(step) + 1, count: tourSteps.length })}
        </Text>
        <CloseButton aria-label={t('tour.end')} onClick={onEnd} />
      </Group>
      <div aria-live="polite">
        <Text fw={600}>{t(`tour.${step}.title`)}</Text>
        <Text size="sm" mt={4}>
          <TourText text={t(`tour.${step}.text`)} />
        </Text>
      </div>
      <Group justify="space-between" mt="sm">
        <Progress step={step} />
        {next ? (
          <Button variant="subtle" size="xs" onClick={() => go(next)}>
            {t('tour.skip')}
          </Button>
        ) : (
          <Button size="xs" onClick={onEnd}>
            {t('tour.done')}
          </Button>
        )}
      </Group>
    </TourBubble>
  );
}

function Progress({ step }: { readonly step: TourStep }) {
  const at = tourSteps.indexOf(step);
  return (
    <span className="tourDots" aria-hidden="true">
      {tourSteps.map((each, index) => (
        <i key={each} className={index <= at ? 'reached' : undefined} />
      ))}
    </span>
  );
}
