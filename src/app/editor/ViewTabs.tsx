import { Tabs } from '@mantine/core';
import { IconColumns2, IconForms, IconSchema, IconSitemap, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toViewName, type ViewName } from './viewNames.ts';

export interface ViewTabsProps {
  readonly view: ViewName;
  onChange(view: ViewName): void;
}

const tabs = [
  { view: 'kanvas', label: 'canvas', Icon: IconSchema },
  { view: 'tabel', label: 'table', Icon: IconTable },
  { view: 'belah', label: 'split', Icon: IconColumns2 },
  { view: 'identitas', label: 'identity', Icon: IconForms },
  { view: 'bpmn', label: 'bpmn', Icon: IconSitemap },
] as const;

/** The id of the one panel whose content the tabs choose. */
export const viewPanelId = 'tampilan';

export function ViewTabs({ view, onChange }: ViewTabsProps) {
  const { t } = useTranslation('shell');
  return (
    <Tabs
      value={view}
      onChange={(value) => onChange(toViewName(value))}
      className="viewTabs"
      keepMounted={false}
    >
      <Tabs.List aria-label={t('editor.views')}>
        {tabs.map(({ view: value, label, Icon }) => (
          <Tabs.Tab
            key={value}
            value={value}
            aria-controls={viewPanelId}
            data-tour={label}
            leftSection={<Icon size={16} stroke={1.7} aria-hidden="true" />}
            title={value === 'belah' ? t('editor.splitHint') : undefined}
          >
            {t(`editor.${label}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
