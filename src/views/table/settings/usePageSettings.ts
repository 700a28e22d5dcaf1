import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { defaultSettings, type PageSettings, toPageSettings } from '#core/layout/settings.ts';
import type { Settings } from '#core/model/settings.ts';
import { useProcedure, useSession } from '#session/react/hooks.ts';

type Changes = { readonly [Key in keyof Settings]: Settings[Key] | null };

export interface PageSettingsEditor {
  /** As printed, defaults included. */
  readonly settings: PageSettings;
  /** What the document says itself. */
  readonly own: Settings;
  /** One undo step. What equals the default is not stored. */
  readonly change: (settings: Settings) => void;
  readonly setDraftMark: (mark: boolean | null) => void;
  readonly reset: () => void;
}

const none: Settings = {};

/** The document's settings, live, and how to change them. */
export function usePageSettings(): PageSettingsEditor {
  const session = useSession();
  const { t } = useTranslation('printing');
  const own = useProcedure((procedure) => procedure.settings) ?? none;

  function apply(settings: Changes): void {
    const result = session.apply({ type: 'changeSettings', settings });
    if (!result.ok) notifications.show({ message: t('rejected') });
  }

  return {
    settings: toPageSettings(own),
    own,
    change: (settings) => apply(withoutDefaults(settings)),
    setDraftMark: (draftMark) => apply({ draftMark }),
    reset: () => apply(Object.fromEntries(Object.keys(own).map((key) => [key, null]))),
  };
}

function withoutDefaults(settings: Settings): Changes {
  const defaults = new Map<string, unknown>(Object.entries(defaultSettings));
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      value === defaults.get(key) ? null : value,
    ]),
  );
}
