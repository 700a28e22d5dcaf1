import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeList as Changes, Sign } from '#core/diff/changeList.ts';
import { filterChanges, toActorKey, toIdentityKey, toStepKey } from '#core/diff/entryKeys.ts';
import { ActorItem } from './ActorItem.tsx';
import { ChangeSummary } from './ChangeSummary.tsx';
import { IdentityItem } from './IdentityItem.tsx';
import { SettingItem } from './SettingItem.tsx';
import { StepItem } from './StepItem.tsx';
import './ChangeList.css';

export interface ChangeListProps {
  readonly changes: Changes;
  /** The signs whose lines are shown. */
  readonly shown: ReadonlySet<Sign>;
  onShow(shown: ReadonlySet<Sign>): void;
}

/** What changed between two states of a procedure, to read from top to bottom. */
export function ChangeList({ changes, shown, onShow }: ChangeListProps) {
  const { t } = useTranslation('changes');
  return (
    <section className="changes" aria-label={t('region')}>
      <ChangeSummary changes={changes} shown={shown} onShow={onShow} />
      <Sections changes={filterChanges(changes, shown)} />
    </section>
  );
}

function Sections({ changes }: { readonly changes: Changes }) {
  const { identity, actors, steps, settings } = changes;
  return (
    <>
      <Section of="identity" isEmpty={identity.length === 0}>
        {identity.map((entry) => (
          <IdentityItem key={toIdentityKey(entry)} entry={entry} />
        ))}
      </Section>
      <Section of="actors" isEmpty={actors.length === 0}>
        {actors.map((entry) => (
          <ActorItem key={toActorKey(entry)} entry={entry} />
        ))}
      </Section>
      <Section of="steps" isEmpty={steps.length === 0}>
        {steps.map((entry) => (
          <StepItem key={toStepKey(entry)} entry={entry} />
        ))}
      </Section>
      <Section of="settings" isEmpty={settings.length === 0}>
        {settings.map((entry) => (
          <SettingItem key={entry.key} entry={entry} />
        ))}
      </Section>
    </>
  );
}

interface SectionProps {
  readonly of: 'identity' | 'actors' | 'steps' | 'settings';
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Section({ of, isEmpty, children }: SectionProps) {
  const { t } = useTranslation('changes');
  const id = useId();
  if (isEmpty) return null;
  return (
    <>
      <h3 className="changesHeading" id={id}>
        {t(`section.${of}`)}
      </h3>
      <ul className="changesList" aria-labelledby={id}>
        {children}
      </ul>
    </>
  );
}
