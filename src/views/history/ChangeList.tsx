import { type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeList as Changes } from '#core/diff/changeList.ts';
import { listChanges } from '#core/diff/listChanges.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { ActorItem } from './ActorItem.tsx';
import { ChangeSummary } from './ChangeSummary.tsx';
import { IdentityItem } from './IdentityItem.tsx';
import { SettingItem } from './SettingItem.tsx';
import { StepItem } from './StepItem.tsx';
import './ChangeList.css';

export interface ChangeListProps {
  readonly before: Procedure;
  readonly after: Procedure;
}

/** What changed between two states of a procedure, to read from top to bottom. */
export function ChangeList({ before, after }: ChangeListProps) {
  const { t } = useTranslation('changes');
  const changes = useMemo(() => listChanges(before, after), [before, after]);
  return (
    <section className="changes" aria-label={t('region')}>
      <ChangeSummary changes={changes} />
      <Sections changes={changes} />
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
          <ActorItem key={entry.id} entry={entry} />
        ))}
      </Section>
      <Section of="steps" isEmpty={steps.length === 0}>
        {steps.map((entry) => (
          <StepItem key={entry.id} entry={entry} />
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

function toIdentityKey(entry: Changes['identity'][number]): string {
  switch (entry.of) {
    case 'logo':
      return 'logo';
    case 'list':
      return entry.list;
    case 'text':
    case 'date':
      return entry.field;
  }
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
