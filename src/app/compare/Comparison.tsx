import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sign } from '#core/diff/changeList.ts';
import { filterChanges, toEntries } from '#core/diff/entryKeys.ts';
import { compareProcedures } from '#core/diff/listChanges.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { ChangeList } from '#views/history/ChangeList.tsx';
import { allSigns } from '#views/history/ChangeSummary.tsx';
import { ChangePickContext } from '#views/history/changePick.ts';
import { CompareBar } from './CompareBar.tsx';
import { ComparePane, type Picked } from './ComparePane.tsx';
import { type CompareLook, startingLook } from './compareLook.ts';
import { useChangeKeys } from './useChangeKeys.ts';
import { useComparedPages } from './useComparedPages.ts';
import { usePickedLine } from './usePickedLine.ts';

/** How the two states are called. */
export interface StateNames {
  readonly before: string;
  readonly after: string;
}

interface ComparisonProps {
  readonly before: Procedure;
  readonly after: Procedure;
  readonly names: StateNames;
}

/** The list of changes, and both states drawn with the changes marked. */
export function Comparison({ before, after, names }: ComparisonProps) {
  const { t } = useTranslation('compare');
  const [look, setLook] = useState<CompareLook>(startingLook);
  const [shown, setShown] = useState<ReadonlySet<Sign>>(new Set(allSigns));
  const [picked, setPicked] = useState<Picked>();
  const compared = useMemo(() => compareProcedures(before, after), [before, after]);
  const changes = useMemo(() => filterChanges(compared.changes, shown), [compared, shown]);
  const entries = useMemo(() => toEntries(changes), [changes]);
  const pages = useComparedPages({ before: compared.before, after, changes }, look.surface);
  const listRef = usePickedLine(picked);
  const at = entries.findIndex(({ key }) => key === picked?.entry);
  useChangeKeys(move);

  function move(by: 1 | -1): void {
    const start = at < 0 && by < 0 ? 0 : at;
    const next = entries[(start + by + entries.length) % entries.length];
    if (next) setPicked({ entry: next.key });
  }

  // Where only one part has room, picking shows the other one.
  function pickLine(entry: string): void {
    setPicked({ entry });
    const isGone = entries.find(({ key }) => key === entry)?.signs.includes('removed');
    setLook({ ...look, part: isGone ? 'before' : 'after' });
  }

  function pickPlace(entry: string): void {
    setPicked({ entry });
    setLook({ ...look, part: 'list' });
  }

  const pane = { changes, zoom: look.zoom, picked, onPick: pickPlace };
  return (
    <div className="compareBody" data-part={look.part} data-stacked={look.isStacked || undefined}>
      <CompareBar
        {...{ changes: compared.changes, names, look, onLook: setLook }}
        title={after.identity.title}
        place={{ at, count: entries.length }}
        onMove={move}
      />
      <aside className="compareList" ref={listRef}>
        <div className="comparePrintHead">
          <h1>{t('titleOf', { title: after.identity.title })}</h1>
          <p>{t('between', { ...names })}</p>
        </div>
        <ChangePickContext value={{ picked: picked?.entry, onPick: pickLine }}>
          <ChangeList changes={compared.changes} shown={shown} onShow={setShown} />
        </ChangePickContext>
      </aside>
      {look.isStacked ? (
        <ComparePane
          {...pane}
          of="both"
          label={t('between', { ...names })}
          sides={[
            { pages: pages?.before, opacity: 1 - look.share },
            { pages: pages?.after, opacity: look.share },
          ]}
        />
      ) : (
        (['before', 'after'] as const).map((side) => (
          <ComparePane
            key={side}
            {...pane}
            of={side}
            label={names[side]}
            sides={[{ pages: pages?.[side], opacity: 1 }]}
          />
        ))
      )}
    </div>
  );
}
