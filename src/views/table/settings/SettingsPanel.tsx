import { Button, CloseButton, ScrollArea } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFields } from './PageFields.tsx';
import { PaperFields } from './PaperFields.tsx';
import { TableFields } from './TableFields.tsx';
import { TypeFields } from './TypeFields.tsx';
import { usePageSettings } from './usePageSettings.ts';
import './SettingsPanel.css';

interface SettingsPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** How the document is printed, beside its pages, which follow at once. */
export function SettingsPanel({ id, onClose }: SettingsPanelProps) {
  const { t } = useTranslation('printing');
  const editor = usePageSettings();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <aside className="settings" id={id} aria-labelledby={`${id}-title`}>
      <header className="settingsHead">
        <h2 id={`${id}-title`} ref={headingRef} tabIndex={-1}>
          {t('title')}
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      <ScrollArea className="settingsBody" type="auto" scrollbarSize={8}>
        <p className="settingsIntro">{t('intro')}</p>
        <PaperFields editor={editor} />
        <TypeFields editor={editor} />
        <TableFields editor={editor} />
        <PageFields editor={editor} />
        <Button
          fullWidth
          variant="default"
          size="sm"
          leftSection={<IconRestore size={16} stroke={1.7} aria-hidden="true" />}
          disabled={Object.keys(editor.own).length === 0}
          onClick={editor.reset}
        >
          {t('reset')}
        </Button>
      </ScrollArea>
    </aside>
  );
}
