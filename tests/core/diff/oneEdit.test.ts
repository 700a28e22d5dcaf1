import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffProcedures } from '#core/diff/diffProcedures.ts';
import type { ProcedureDiff } from '#core/diff/procedureDiff.ts';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit, TextTarget } from '#core/edit/edit.ts';
import { arbitraryDay, toEdit } from '#tests/support/arbitraryEdit.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('diffProcedures', () => {
  it('names after one edit only what that edit touched', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryDay, (day) => {
        let procedure = smallProcedure();
        let ids = 0;
        for (const choices of day) {
          const edit = toEdit(choices, procedure, () => `n${++ids}`);
          const result = applyEdit(procedure, edit);
          if (!result.ok || edit.type === 'batch') continue;
          const names = toNames(diffProcedures(procedure, result.procedure));
          for (const name of names) expect(name).toMatch(toPattern(edit));
          if (edit.type === 'moveStep' || edit.type === 'moveActor')
            expect(names.filter((name) => name.includes(' moved ')).length).toBeLessThan(2);
          if (names.length > 0) seen.add(edit.type);
          procedure = result.procedure;
        }
      }),
      { numRuns: 80 },
    );
    expect(seen.size).toBeGreaterThan(20);
  });
});

/** Every entry of the diff as a line: "step changed s1 duration". */
function toNames(diff: ProcedureDiff): readonly string[] {
  const things = (['actors', 'steps', 'flows'] as const).flatMap((of) => [
    ...diff[of].removed.map(({ thing }) => `${of} removed ${thing.id}`),
    ...diff[of].added.map(({ thing }) => `${of} added ${thing.id}`),
    ...diff[of].moved.map(({ id }) => `${of} moved ${id}`),
    ...diff[of].changed.map(
      ({ id, before, after }) => `${of} changed ${id} ${Object.keys({ ...before, ...after })}`,
    ),
  ]);
  const { removed, added, moved, changed } = diff.symbols;
  return [
    ...(diff.renamed ? ['renamed'] : []),
    ...(diff.settings ? ['settings'] : []),
    ...diff.identity.map(({ field }) => `identity ${field}`),
    ...diff.lists.map(({ list }) => `list ${list}`),
    ...things,
    ...removed.map(({ symbol }) => `symbols removed ${symbol.id}`),
    ...added.map(({ symbol }) => `symbols added ${symbol.id}`),
    ...moved.map(({ id }) => `symbols moved ${id}`),
    ...changed.map(
      ({ id, before, after }) => `symbols changed ${id} ${Object.keys({ ...before, ...after })}`,
    ),
  ];
}

/** What an edit may touch. Ids hold no signs of their own. */
function toPattern(edit: Exclude<Edit, { type: 'batch' }>): RegExp {
  switch (edit.type) {
    case 'setText':
    case 'spliceText':
      return toTextPattern(edit.target);
    case 'setDate':
      return only(`identity ${edit.field}`);
    case 'setLogo':
      return only('identity logo');
    case 'changeSettings':
      return only('settings');
    case 'addItem':
    case 'removeItem':
    case 'moveItem':
      return only(`list ${edit.list}`);
    case 'addActor':
      return only(`actors added ${edit.actor.id}`);
    case 'moveActor':
      // Of two neighbours that change places either one may be the one that moved.
      return only('actors moved .*|flows changed \\S+ route');
    case 'removeActor':
      return only(
        `actors removed ${edit.actor}|symbols removed .*|flows .*|steps changed \\S+ joint`,
      );
    case 'groupActors':
      return only(`actors changed (${edit.actors.join('|')}) group|actors moved .*`);
    case 'addStep':
      return only(`steps added ${edit.step.id}|flows (added|changed|moved) .*`);
    case 'duplicateStep':
      return only(`steps added ${edit.id}`);
    case 'moveStep':
      return only('steps moved .*');
    case 'removeStep':
      return only(`steps removed ${edit.step}|flows .*`);
    case 'setJoint':
      return only(`steps changed ${edit.step} joint`);
    case 'addSymbol':
      return only(`symbols added ${edit.symbol.id}|steps changed ${edit.step} joint`);
    case 'setSymbolKind':
      return only(`symbols changed ${edit.symbol} kind`);
    case 'moveSymbol':
      return only(
        `symbols (moved|changed) ${edit.symbol}( actor)?|steps changed \\S+ joint|flows changed \\S+ route`,
      );
    case 'removeSymbol':
      return only(`symbols removed ${edit.symbol}|flows .*|steps changed \\S+ joint`);
    case 'connect':
      return only(`flows added ${edit.flow.id}`);
    case 'reverseFlow':
    case 'retargetFlow':
    case 'setRoute':
      return only(`flows changed ${edit.flow} [a-z,]+`);
    case 'removeFlow':
      return only(`flows removed ${edit.flow}`);
    case 'tidyRoutes':
      return only('flows changed \\S+ route');
  }
}

function toTextPattern(target: TextTarget): RegExp {
  switch (target.of) {
    case 'title':
    case 'number':
      return only(`identity ${target.of}`);
    case 'approver':
      return only(`identity ${target.field}`);
    case 'item':
      return only(`list ${target.list}`);
    case 'actor':
      return only(`actors changed ${target.actor} name`);
    case 'group':
      return only(`actors changed ${target.actor} group`);
    case 'step':
      return only(`steps changed ${target.step} ${target.field}`);
    case 'symbol':
      return only(`symbols changed ${target.symbol} text`);
    case 'label':
      return only(`flows changed ${target.flow} label`);
  }
}

function only(names: string): RegExp {
  return new RegExp(`^(${names})$`);
}
