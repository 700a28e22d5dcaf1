import { Menu } from '@mantine/core';
import {
  IconArchive,
  IconBraces,
  IconDropletOff,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
  IconPhoto,
  IconPrinter,
  IconSitemap,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AnchoredMenu } from '#app/AnchoredMenu.tsx';
import type { MenuOpening } from '#app/useMenuButton.ts';
import { isMarkedDraft } from '#core/layout/settings.ts';
import type { ExportChoice } from '#render/exportProcedure.ts';
import { useCanEdit, useProcedure, useSession } from '#session/react/hooks.ts';
import { useFiles } from './export/filesContext.ts';

interface DocumentItem {
  readonly format: 'pdf' | 'docx' | 'xlsx';
  readonly text: 'pdf' | 'pdfA' | 'docx' | 'xlsx';
  readonly Icon: typeof IconPhoto;
  readonly choice?: ExportChoice;
}

/** One click for what most people take. */
const documents: readonly DocumentItem[] = [
  { format: 'pdf', text: 'pdf', Icon: IconFileTypePdf },
  { format: 'pdf', text: 'pdfA', Icon: IconArchive, choice: { profile: 'pdf-a' } },
  { format: 'docx', text: 'docx', Icon: IconFileTypeDocx },
  { format: 'xlsx', text: 'xlsx', Icon: IconFileTypeXls },
];

const models = [
  { format: 'bpmn', Icon: IconSitemap },
  { format: 'json', Icon: IconBraces },
] as const;

const look = { size: 17, stroke: 1.6, 'aria-hidden': true } as const;

export interface ExportPanelProps extends MenuOpening {
  onPictures(): void;
}

/** The choice of file. Paper and margins are the document's. */
export function ExportPanel({ onPictures, ...opening }: ExportPanelProps) {
  const { t } = useTranslation('files');
  const { download, print } = useFiles();
  return (
    <AnchoredMenu {...opening} label={t('button')} width={280}>
      <DraftItems />
      {documents.map(({ format, text, Icon, choice }) => (
        <Menu.Item
          key={text}
          leftSection={<Icon {...look} />}
          onClick={() => void download(format, choice)}
        >
          {t(text)}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconPhoto {...look} />} onClick={onPictures}>
        {t('pictures')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconPrinter {...look} />}
        rightSection={<kbd className="menuKey">Ctrl P</kbd>}
        onClick={() => void print()}
      >
        {t('print')}
      </Menu.Item>
      <Menu.Divider />
      {models.map(({ format, Icon }) => (
        <Menu.Item
          key={format}
          leftSection={<Icon {...look} />}
          onClick={() => void download(format)}
        >
          {t(format)}
        </Menu.Item>
      ))}
    </AnchoredMenu>
  );
}

/** Nobody should find DRAF on what they printed for a signature without having been told. */
function DraftItems() {
  const { t } = useTranslation('printing');
  const session = useSession();
  const canEdit = useCanEdit();
  const isDraft = useProcedure(isMarkedDraft);
  if (!isDraft) return null;
  return (
    <>
      <Menu.Label>{t('draftNow')}</Menu.Label>
      {canEdit && (
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconDropletOff {...look} />}
          onClick={() => session.apply({ type: 'changeSettings', settings: { draftMark: false } })}
        >
          {t('printClean')}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}
