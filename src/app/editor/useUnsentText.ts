import { useTranslation } from 'react-i18next';
import type { TextTarget } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { ProposedEdit } from '#core/suggestions/proposedEdit.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import type { UnsentSuggestions } from '#session/unsentSuggestions.ts';
import { toAuthor } from '#views/suggestions/toAuthor.ts';
import { useTimes } from '#views/suggestions/useTimes.ts';

type AddEdit = Extract<SuggestionEdit, { readonly type: 'add' }>;

/**
 * Writes suggestions down for somebody without the SOP at hand: what each is about, and its words. The
 * procedure may be unknown.
 */
export function useUnsentText(): (
  unsent: UnsentSuggestions,
  procedure: Procedure | undefined,
) => string {
  const { t } = useTranslation('suggestions');
  const { toMoment, toDay } = useTimes();
  const toPlace = usePlaceName();
  const toProposal = useProposalText();

  /** What is done, and in which words. */
  function toLines(
    edit: SuggestionEdit,
    known: readonly Suggestion[],
    procedure: Procedure | undefined,
  ): readonly string[] {
    if (edit.type === 'allowAnonymous') return [t('allowAnonymous')];
    if (edit.type === 'add') {
      const proposals = edit.proposal.map((each) => `- ${toProposal(each, procedure)}`);
      return [toPlace(edit), edit.text, ...proposals];
    }
    const about = known.find(({ id }) => id === edit.suggestion);
    const name = { number: about?.number ?? '?', text: about?.text ?? '…' };
    switch (edit.type) {
      case 'reply':
      case 'reword':
        return [t(`unsent.${edit.type}`, name), edit.text];
      case 'decide':
        return [
          t('unsent.decide', name),
          t(`status.${edit.outcome}`),
          edit.reason,
          edit.responsible && t('responsibleIs', { name: edit.responsible }),
          edit.dueOn ? t('dueIs', { date: toDay(edit.dueOn) }) : '',
        ];
    }
  }

  return ({ entries, known }, procedure) => {
    const title = procedure?.identity.title;
    const parts = entries.map(({ entry }, index) => {
      const [head = '', ...lines] = toLines(entry.edit, known, procedure);
      const author = entry.name ? toAuthor(entry.name, entry.division) : t('anonymousName');
      return [`${index + 1}. ${head}`, `${author}, ${toMoment(entry.at)}`, ...lines];
    });
    const heading = [t('unsent.heading'), title && t('paperTitle', { title })];
    // Windows' own editor wants its line breaks.
    return [heading, ...parts]
      .map((lines) => lines.filter(Boolean).join('\n'))
      .join('\n\n')
      .concat('\n')
      .replaceAll('\n', '\r\n');
  };
}

/** The place as it was when the suggestion was made. */
function usePlaceName(): (edit: AddEdit) => string {
  const { t } = useTranslation('suggestions');
  const { t: tTable } = useTranslation('table');
  const toPart = ({ target }: AddEdit): string => {
    switch (target.of) {
      case 'cell':
        return tTable(`field.${target.field}`);
      case 'symbol':
      case 'flow':
        return t(target.of);
      default:
        return '';
    }
  };
  return (edit) => {
    const { target, place } = edit;
    if (target.of === 'whole') return t('whole');
    if (target.of === 'identity') return t(`identity.${target.field}`);
    const step = t('step', { number: place.row ?? '?' });
    const part = toPart(edit);
    const name = part ? t('part', { step, part }) : step;
    return place.text ? `${name} (${place.text})` : name;
  };
}

/** A proposed change; only its words, where it has some, since what it changes is not at hand. */
function useProposalText(): (edit: ProposedEdit, procedure: Procedure | undefined) => string {
  const { t } = useTranslation('suggestions');
  const { t: tTable } = useTranslation('table');
  const toName = (target: TextTarget): string => {
    switch (target.of) {
      case 'step':
        return tTable(`field.${target.field}`);
      case 'title':
      case 'number':
      case 'label':
        return tTable(`target.${target.of}`);
      default:
        return t('text');
    }
  };
  return (edit, procedure) => {
    switch (edit.type) {
      case 'setText':
        return `${toName(edit.target)}: ${edit.text || t('empty')}`;
      case 'removeStep':
      case 'removeFlow':
        return t(edit.type);
      case 'moveSymbol': {
        const actor = procedure?.actors.find(({ id }) => id === edit.actor);
        return actor?.name ? `${t('actor')}: ${actor.name}` : t('actor');
      }
      default:
        return t('otherEdit');
    }
  };
}
