import type { Edit } from '#core/edit/edit.ts';
import { type Procedure, STEP_TEXTS, type StepText } from '#core/model/procedure.ts';

interface PasteOptions {
  readonly step: string;
  readonly field: StepText;
  readonly newId: () => string;
}

/**
 * Puts pasted cells into the table from a cell on, to the right and down, as one edit. Rows beyond the
 * last become new steps; cells beyond the last column are left out.
 */
export function toPasteEdit(
  { steps, actors }: Procedure,
  rows: readonly (readonly string[])[],
  { step, field, newId }: PasteOptions,
): Edit {
  const firstRow = steps.findIndex(({ id }) => id === step);
  const fields = STEP_TEXTS.slice(STEP_TEXTS.indexOf(field));
  const actor = steps.at(-1)?.symbols.at(-1)?.actor ?? actors[0]?.id;
  const edits = rows.flatMap((cells, index): readonly Edit[] => {
    const known = steps[firstRow + index]?.id;
    const id = known ?? newId();
    const symbols = actor === undefined ? [] : [{ id: newId(), actor, kind: 'process' } as const];
    const added: Edit = {
      type: 'addStep',
      step: { id, symbols },
      place: { at: 'end' },
      ...(symbols.length > 0 && { link: { flow: newId() } }),
    };
    const texts = fields.flatMap((each, column): readonly Edit[] => {
      const text = cells[column];
      const target = { of: 'step', step: id, field: each } as const;
      return text === undefined ? [] : [{ type: 'setText', target, text }];
    });
    return known === undefined ? [added, ...texts] : texts;
  });
  return { type: 'batch', edits };
}
