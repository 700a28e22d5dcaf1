import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { whenIdle } from '#ui/whenIdle.ts';

/** The languages of the interface; the first is the default. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const languageNames: Readonly<Record<Language, string>> = {
  id: 'Bahasa Indonesia',
  en: 'English',
};

const storageKey = 'alur.language';
/** How long a text that could not be fetched waits for the next try, in ms. */
const retryMs = 2000;

/**
 * Starts the interface in the language that this browser chose last, with the texts of a first picture. A
 * component that uses another namespace waits in its `Suspense`; all are fetched once the page is idle, so
 * that they are there without a network too.
 */
export async function openI18n(): Promise<void> {
  const language = toLanguage(localStorage.getItem(storageKey));
  const first = await loadFirstTexts(language);
  i18next.on('languageChanged', (chosen) => {
    document.documentElement.lang = chosen;
  });
  await i18next
    .use(remainingTexts)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: Object.keys(first),
      defaultNS: 'common',
      resources: { [language]: first },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
    });
  whenIdle(() => void loadAllTexts().catch(() => undefined));
}

/** Fetches every text of the language in use. */
async function loadAllTexts(): Promise<void> {
  await addTexts(toLanguage(i18next.language));
}

export async function changeLanguage(language: Language): Promise<void> {
  await addTexts(language);
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}

/** The language that a stored or reported code means; Indonesian when it is none of ours. */
export function toLanguage(code: string | null | undefined): Language {
  return LANGUAGES.find((language) => language === code) ?? 'id';
}

async function addTexts(language: Language): Promise<void> {
  for (const [namespace, entries] of Object.entries(await loadTexts(language)))
    i18next.addResourceBundle(language, namespace, entries);
}

const remainingTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const attempt = () =>
      loadTexts(toLanguage(language)).then(
        (texts) => done(null, Object.entries(texts).find(([name]) => name === namespace)?.[1]),
        // A component would show the names of its texts if this gave up.
        () => setTimeout(attempt, retryMs),
      );
    void attempt();
  },
};

async function loadFirstTexts(language: Language) {
  switch (language) {
    case 'id':
      return (await import('./id.first.ts')).first;
    case 'en':
      return (await import('./en.first.ts')).first;
  }
}

async function loadTexts(language: Language) {
  switch (language) {
    case 'id':
      return (await import('./id.ts')).id;
    case 'en':
      return (await import('./en.ts')).en;
  }
}
