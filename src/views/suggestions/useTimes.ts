import { useTranslation } from 'react-i18next';

/** How times are written: a moment as "25 Nov, 09.44", a day as "25 Nov 2026". */
export function useTimes(): {
  readonly toMoment: (iso: string) => string;
  readonly toDay: (iso: string) => string;
} {
  const { i18n } = useTranslation('suggestions');
  const moment = new Intl.DateTimeFormat(i18n.language, {
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  });
  // The date alone, wherever the reader is.
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    toMoment: (iso) => moment.format(new Date(iso)),
    toDay: (iso) => day.format(new Date(iso)),
  };
}
