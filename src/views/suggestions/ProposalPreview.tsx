import { useTranslation } from 'react-i18next';
import type { TextTarget } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { ProposedEdit } from '#core/suggestions/proposedEdit.ts';
import { WordDiff } from '#ui/WordDiff.tsx';
import { describeProposal, type ProposalLine } from './proposal.ts';

interface ProposalPreviewProps {
  readonly procedure: Procedure;
  readonly edits: readonly ProposedEdit[];
}

/** What a proposal would change, before and after word by word. */
export function ProposalPreview({ procedure, edits }: ProposalPreviewProps) {
  const { t } = useTranslation('suggestions');
  return (
    <ul className="proposalLines" aria-label={t('proposal')}>
      {describeProposal(procedure, edits).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <li key={index}>
          <Line procedure={procedure} line={line} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly procedure: Procedure;
  readonly line: ProposalLine;
}

function Line({ procedure, line }: LineProps) {
  const { t } = useTranslation('suggestions');
  const toName = useTextName();
  switch (line.kind) {
    case 'text':
      return (
        <>
          <span className="proposalTerm">{toName(procedure, line.target)}</span>
          <WordDiff words={line.words} none={t('empty')} />
        </>
      );
    case 'actor':
      return (
        <>
          <span className="proposalTerm">{t('actorOf', { number: line.row })}</span>
          <WordDiff
            words={[
              { kind: 'removed', text: line.before || t('empty') },
              { kind: 'added', text: line.after || t('empty') },
            ]}
            none={t('empty')}
          />
        </>
      );
    case 'removeStep':
      return (
        <>
          <span className="proposalTerm">{t('removesStep', { number: line.row || '?' })}</span>
          <WordDiff words={[{ kind: 'removed', text: line.activity }]} none={t('empty')} />
        </>
      );
    case 'removeFlow':
      return t('removesFlow');
    case 'other':
      return t('otherEdit');
  }
}

function useTextName(): (procedure: Procedure, target: TextTarget) => string {
  const { t } = useTranslation('suggestions');
  const { t: tTable } = useTranslation('table');
  return (procedure, target) => {
    switch (target.of) {
      case 'step': {
        const number = procedure.steps.findIndex(({ id }) => id === target.step) + 1 || '?';
        return t('part', {
          step: t('step', { number }),
          part: tTable(`field.${target.field}`),
        });
      }
      case 'title':
      case 'number':
        return tTable(`target.${target.of}`);
      case 'label':
        return tTable('target.label');
      default:
        return t('text');
    }
  };
}
