import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IDENTITY_DATES, type Procedure } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { useEditors } from '#session/react/useEditors.ts';
import { DateField } from './DateField.tsx';
import { findDateWarnings } from './dateWarnings.ts';
import { EditorsContext } from './identityContext.ts';
import { LineField } from './LineField.tsx';
import { ListField } from './ListField.tsx';
import { LogoField } from './LogoField.tsx';
import { NumberHint } from './NumberHint.tsx';
import '@mantine/dates/styles.layer.css';
import './IdentityForm.css';

/** Everything that the identity page says, as a form. */
export function IdentityForm() {
  const { t } = useTranslation('identity');
  const canEdit = useCanEdit();
  const editors = useEditors();
  return (
    <EditorsContext value={editors}>
      <section className="identity" aria-label={t('region')} data-readonly={!canEdit || undefined}>
        <div className="identitySheet">
          <p className="identityIntro">{canEdit ? t('intro') : t('readOnly')}</p>
          <div className="identityGrid">
            <NameCard />
            <DateCard />
            <ListField list="unit">
              <LogoField />
            </ListField>
            <ApproverCard />
            <ListField list="legalBasis" />
            <ListField list="qualifications" />
            <ListField list="relatedProcedures" />
            <ListField list="equipment" />
            <ListField list="warnings" />
            <ListField list="records" />
          </div>
          {canEdit && <p className="identityKeys">{t('list.keys')}</p>}
        </div>
      </section>
    </EditorsContext>
  );
}

function NameCard() {
  const { t } = useTranslation('identity');
  return (
    <section className="identityCard" aria-label={t('name.heading')}>
      <h2>{t('name.heading')}</h2>
      <LineField target={{ of: 'title' }} label={t('name.title')} hint={t('name.titleHint')} />
      <LineField target={{ of: 'number' }} label={t('name.number')} hint={t('name.numberHint')} />
      <NumberHint />
    </section>
  );
}

function DateCard() {
  const { t } = useTranslation('identity');
  const identity = useProcedure(toIdentity);
  const warnings = useMemo(() => findDateWarnings(identity), [identity]);
  return (
    <section className="identityCard" aria-label={t('dates.heading')}>
      <h2>{t('dates.heading')}</h2>
      {IDENTITY_DATES.map((field) => {
        const warning = warnings.find((candidate) => candidate.field === field);
        return (
          <DateField key={field} field={field} warning={warning && t(`dates.${warning.reason}`)} />
        );
      })}
    </section>
  );
}

function ApproverCard() {
  const { t } = useTranslation('identity');
  return (
    <section className="identityCard" aria-label={t('approver.heading')}>
      <h2>{t('approver.heading')}</h2>
      <LineField
        target={{ of: 'approver', field: 'position' }}
        label={t('approver.position')}
        hint={t('approver.positionHint')}
      />
      <LineField target={{ of: 'approver', field: 'name' }} label={t('approver.name')} />
      <LineField
        target={{ of: 'approver', field: 'nip' }}
        label={t('approver.nip')}
        hint={t('approver.nipHint')}
        toWarning={(nip) => {
          const digits = nip.replace(/\D/g, '').length;
          return digits === 0 || digits === 18 ? undefined : t('approver.nipOdd', { digits });
        }}
      />
    </section>
  );
}

function toIdentity(procedure: Procedure): Procedure['identity'] {
  return procedure.identity;
}
