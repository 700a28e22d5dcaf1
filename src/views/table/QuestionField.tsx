import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '#core/model/limits.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { useTable } from './tableContext.ts';

/** What is asked in a decision; every letter is in the procedure at once. */
export function QuestionField({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const id = useId();
  const { props } = useTextField<HTMLInputElement>({ of: 'symbol', symbol });
  return (
    <div className="cellPanelField">
      <label htmlFor={id}>{t('target.symbol')}</label>
      <input
        {...props}
        id={id}
        autoComplete="off"
        maxLength={limits.maxTextLength}
        placeholder={t('panel.example.question')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          chart.closePanel('back');
        }}
      />
    </div>
  );
}
