import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChangeList } from '#core/diff/changeList.ts';
import { describeChanges } from '#core/diff/describeChanges.ts';
import { copyText } from '#ui/copyText.ts';
import { ChangeMoves, ZoomButtons } from './barParts.tsx';
import type { StateNames } from './Comparison.tsx';
import type { CompareLook } from './compareLook.ts';

interface CompareBarProps {
  readonly changes: ChangeList;
  readonly names: StateNames;
  readonly title: string;
  readonly look: CompareLook;
  onLook(look: CompareLook): void;
  /** Which of the shown lines is picked, from 0; -1 for none. */
  readonly place: { readonly at: number; readonly count: number };
  onMove(by: 1 | -1): void;
}

/** What one can do with a comparison. */
export function CompareBar({
  changes,
  names,
  title,
  look,
  onLook,
  place,
  onMove,
}: CompareBarProps) {
  const { t } = useTranslation('compare');
  const { at, count } = place;

  function copy(): void {
    const head = `${t('titleOf', { title })}\n${t('between', { ...names })}\n\n`;
    const isCopied = copyText(head + describeChanges(changes));
    notifications.show({ message: t(isCopied ? 'copied' : 'notCopied') });
  }

  return (
    <div className="compareBar">
      <ChangeMoves at={at} count={count} onMove={onMove} />
      <SegmentedControl
        className="comparePart"
        aria-label={t('part')}
        value={look.part}
        onChange={(part) => onLook({ ...look, part })}
        data={[
          { value: 'list', label: t('list') },
          { value: 'before', label: t('before') },
          { value: 'after', label: t('after') },
        ]}
      />
      <SegmentedControl
        className="compareSurface"
        aria-label={t('surface')}
        value={look.surface}
        onChange={(surface) => onLook({ ...look, surface })}
        data={[
          { value: 'table', label: t('table') },
          { value: 'canvas', label: t('canvas') },
        ]}
      />
      <SegmentedControl
        className="compareArrangement"
        aria-label={t('arrangement')}
        value={look.isStacked ? 'stacked' : 'beside'}
        onChange={(value) => onLook({ ...look, isStacked: value === 'stacked' })}
        data={[
          { value: 'beside', label: t('beside') },
          { value: 'stacked', label: t('stacked') },
        ]}
      />
      {look.isStacked && <ShareSlider look={look} onLook={onLook} />}
      <ZoomButtons zoom={look.zoom} onZoom={(zoom) => onLook({ ...look, zoom })} />
      <div className="compareCopies">
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden="true" />}
          aria-label={t('copy')}
          onClick={copy}
        >
          {t('copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          aria-label={t('print')}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </div>
    </div>
  );
}

/** Fades from one state to the other. */
function ShareSlider({ look, onLook }: Pick<CompareBarProps, 'look' | 'onLook'>) {
  const { t } = useTranslation('compare');
  return (
    <label className="compareShare">
      <span>{t('before')}</span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={look.share}
        aria-label={t('share')}
        onChange={(event) => onLook({ ...look, share: event.currentTarget.valueAsNumber })}
      />
      <span>{t('after')}</span>
    </label>
  );
}
