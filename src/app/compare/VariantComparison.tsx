import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeList as Changes, Sign } from '#core/diff/changeList.ts';
import { toEntries } from '#core/diff/entryKeys.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { ChangeList } from '#views/history/ChangeList.tsx';
import { allSigns } from '#views/history/ChangeSummary.tsx';
import { ChangePickContext } from '#views/history/changePick.ts';
import { ChangeMoves, ZoomButtons } from './barParts.tsx';
import { ComparePane } from './ComparePane.tsx';
import type { Surface } from './comparedPages.ts';
import { useChangeKeys } from './useChangeKeys.ts';
import { useVariantPages } from './useVariantPages.ts';
import './ComparePage.css';
import './VariantComparison.css';

/** One of the states that are compared. */
export interface ComparedVariant {
  readonly key: string;
  /** Short, for the tab on a phone: "A". */
  readonly letter: string;
  readonly label: string;
  readonly procedure: Procedure;
}

interface VariantComparisonProps {
  /** At least two; the others are compared with the first. Keep it stable. */
  readonly variants: readonly ComparedVariant[];
  /** What stands below one of them. */
  readonly actionFor?: ((key: string) => ReactNode) | undefined;
}

interface VariantPick {
  readonly entry: string;
  /** Which of the variants has it, from 1. */
  readonly of: number;
}

/** Two or more states of an SOP beside each other, on a phone one at a time, with what differs marked. */
export function VariantComparison({ variants, actionFor }: VariantComparisonProps) {
  const { t } = useTranslation('compare');
  const [surface, setSurface] = useState<Surface>('table');
  const [zoom, setZoom] = useState(1);
  const [isListed, setListed] = useState(() => window.matchMedia('(min-width: 75em)').matches);
  const states = useMemo(() => variants.map(({ procedure }) => procedure), [variants]);
  const compared = useVariantPages(states, surface);
  const entries = useMemo(
    () =>
      compared.flatMap(({ changes }, of) =>
        of === 0 ? [] : toEntries(changes).map(({ key: entry }) => ({ entry, of })),
      ),
    [compared],
  );
  // The first page is the same in most: what differs is what people want to see.
  const [picked, setPicked] = useState<VariantPick | undefined>(entries[0]);
  const { ref, part, showPart, onScroll } = useParts();
  const at = entries.findIndex(({ entry, of }) => entry === picked?.entry && of === picked.of);
  useChangeKeys(move);

  function move(by: 1 | -1): void {
    const start = at < 0 && by < 0 ? 0 : at;
    setPicked(entries[(start + by + entries.length) % entries.length]);
  }

  const names = variants.map(({ label }) => label);
  return (
    <div className="variants" data-listed={isListed || undefined}>
      <div className="variantsBar">
        <SegmentedControl
          className="variantsTabs"
          aria-label={t('part')}
          value={String(part)}
          onChange={(next) => showPart(Number(next))}
          data={[
            ...variants.map(({ letter }, index) => ({ value: String(index), label: letter })),
            { value: String(variants.length), label: t('differences') },
          ]}
        />
        <ChangeMoves at={at} count={entries.length} onMove={move} />
        <SegmentedControl
          aria-label={t('surface')}
          size="xs"
          value={surface}
          onChange={setSurface}
          data={[
            { value: 'table', label: t('table') },
            { value: 'canvas', label: t('canvas') },
          ]}
        />
        <Button
          className="variantsListed"
          size="xs"
          variant="default"
          leftSection={<IconListDetails size={16} aria-hidden="true" />}
          aria-pressed={isListed}
          onClick={() => setListed(!isListed)}
        >
          {t('differences')}
        </Button>
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
      </div>
      <div className="variantsRow" style={toCount(compared.length)} ref={ref} onScroll={onScroll}>
        {compared.map(({ changes, pages }, index) => (
          <div className="variant" key={variants[index]?.key}>
            <ComparePane
              of={index === 0 ? 'before' : 'after'}
              label={names[index] ?? ''}
              sides={[{ pages, opacity: 1 }]}
              changes={index === 0 ? (compared[picked?.of ?? 1]?.changes ?? changes) : changes}
              zoom={zoom}
              picked={picked && (index === 0 || index === picked.of) ? picked : undefined}
              onPick={(entry) => setPicked({ entry, of: Math.max(1, index) })}
            />
            {actionFor && variants[index] && (
              <div className="variantAction">{actionFor(variants[index].key)}</div>
            )}
          </div>
        ))}
        <aside className="variantsList" aria-label={t('differences')}>
          {compared.slice(1).map(({ changes }, index) => (
            <ChangePickContext
              key={variants[index + 1]?.key}
              value={{
                picked: picked?.of === index + 1 ? picked.entry : undefined,
                onPick: (entry) => {
                  setPicked({ entry, of: index + 1 });
                  showPart(index + 1);
                },
              }}
            >
              <Differences
                title={t('differsFrom', { name: names[index + 1] ?? '', from: names[0] ?? '' })}
                changes={changes}
              />
            </ChangePickContext>
          ))}
        </aside>
      </div>
    </div>
  );
}

function toCount(count: number): CSSProperties {
  const variables = { '--count': count };
  return { minWidth: 0, ...variables };
}

/** On a phone the parts are swiped through; the tabs say which one is there. */
function useParts() {
  const ref = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(0);
  return {
    ref,
    part,
    showPart(index: number) {
      const row = ref.current;
      const shown = row?.children[index];
      // Where all have room beside each other, nothing scrolls.
      if (row && shown && row.scrollWidth > row.clientWidth + 1)
        row.scrollTo({ left: index * row.clientWidth, behavior: 'smooth' });
    },
    onScroll() {
      const row = ref.current;
      if (row) setPart(Math.round(row.scrollLeft / Math.max(1, row.clientWidth)));
    },
  };
}

function Differences({ title, changes }: { readonly title: string; readonly changes: Changes }) {
  const [shown, setShown] = useState<ReadonlySet<Sign>>(new Set(allSigns));
  return (
    <section>
      <Text component="h3" fw={650} mb={4}>
        {title}
      </Text>
      <ChangeList changes={changes} shown={shown} onShow={setShown} />
    </section>
  );
}
