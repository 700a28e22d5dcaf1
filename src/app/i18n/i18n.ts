import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages of the interface; the first is the default. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const languageNames: Readonly<Record<Language, string>> = {
  id: 'Bahasa Indonesia',
  en: 'English',
};

const storageKey = 'alur.language';

/** Starts the interface in the language that this browser chose last, and loads only its texts. */
export async function openI18n(): Promise<void> {
  const language = toLanguage(localStorage.getItem(storageKey));
  i18next.on('languageChanged', (chosen) => {
    document.documentElement.lang = chosen;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: await loadTexts(language) },
    interpolation: { escapeValue: false },
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  const texts = await loadTexts(language);
  for (const [namespace, entries] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, entries);
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}

/** The language that a stored or reported code means; Indonesian when it is none of ours. */
export function toLanguage(code: string | null | undefined): Language {
  return LANGUAGES.find((language) => language === code) ?? 'id';
}

async function loadTexts(language: Language) {
  switch (language) {
    case 'id':
      return (await import('./id.ts')).id;
    case 'en':
      return (await import('./en.ts')).en;
  }
}
