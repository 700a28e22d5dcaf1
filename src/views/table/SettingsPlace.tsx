import { useEffect, useRef } from 'react';
import { SettingsPanel } from './settings/SettingsPanel.tsx';
import { useTable, useTableUi } from './tableContext.ts';

/** Of the panel and the button that opens it. */
export const settingsPanelId = 'page-settings';
export const settingsButtonId = 'page-settings-button';

/** The panel, when it is open; the keyboard goes back to its button when it is closed. */
export function SettingsPlace() {
  const { state } = useTable();
  const isOpen = useTableUi((ui) => ui.isSettingsOpen);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) document.getElementById(settingsButtonId)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <SettingsPanel id={settingsPanelId} onClose={() => state.set({ isSettingsOpen: false })} />
  );
}
