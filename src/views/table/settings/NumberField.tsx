import { NumberInput } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that counts when it is finished: by Enter, by leaving the field, or by its arrows. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, unit, min, max, step, value, onChange } = props;
  const { t, i18n } = useTranslation('printing');
  const [draft, setDraft] = useState<number | string>();
  const shown = draft ?? value;
  const isPossible = typeof shown === 'number' && shown >= min && shown <= max;
  const [decimal = '.'] = (1.1).toLocaleString(i18n.language).match(/[.,]/) ?? [];

  function commit(): void {
    if (draft === undefined || !isPossible) return;
    setDraft(undefined);
    if (draft !== value) onChange(shown);
  }

  return (
    <NumberInput
      size="sm"
      label={label}
      description={hint}
      suffix={` ${unit}`}
      {...{ min, max, step }}
      clampBehavior="none"
      decimalScale={1}
      decimalSeparator={decimal}
      allowedDecimalSeparators={['.', ',']}
      inputMode="decimal"
      value={shown}
      error={draft !== undefined && !isPossible && t('outOfRange', { min, max, unit })}
      onChange={setDraft}
      onBlur={commit}
      onPointerUp={(event: PointerEvent) => {
        if (event.target instanceof Element && event.target.closest('button')) commit();
      }}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Enter') commit();
        if (key === 'Escape') setDraft(undefined);
      }}
      onKeyUp={({ key }: KeyboardEvent) => {
        if (key === 'ArrowUp' || key === 'ArrowDown') commit();
      }}
    />
  );
}
