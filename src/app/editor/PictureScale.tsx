import { Input, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '#core/export/scene.ts';

interface PictureScaleProps {
  /** Pixels a pt. */
  readonly scale: number;
  readonly page: Scene | undefined;
  readonly onChange: (scale: number) => void;
}

const scales = [1, 2, 3, 4] as const;

/** How large a picture of a page becomes. */
export function PictureScale({ scale, page, onChange }: PictureScaleProps) {
  const { t, i18n } = useTranslation('files');
  const labelId = useId();
  const format = (value: number) => Math.round(value).toLocaleString(i18n.language);
  return (
    <div>
      <Input.Label labelElement="div" id={labelId}>
        {t('dialog.size')}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={`${scale}`}
        onChange={(value) => onChange(Number(value))}
        data={scales.map((each) => ({ value: `${each}`, label: `${each}×` }))}
      />
      {page && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('dialog.pixels', {
            width: format(page.width * scale),
            height: format(page.height * scale),
          })}
        </Text>
      )}
    </div>
  );
}
