import { Box, Button, Menu, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconBraces,
  IconDownload,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
  IconPhoto,
  IconSitemap,
  IconVector,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import { papers } from '#core/layout/paper.ts';
import type { PaperName } from '#core/model/settings.ts';
import type { ExportFormat } from '#protocol/api.ts';
import { useSession } from '#session/react/hooks.ts';
import { parseFileName } from './fileName.ts';
import { saveFile } from './saveFile.ts';
import { waitUntilSaved } from './waitUntilSaved.ts';

const formats = [
  { format: 'pdf', Icon: IconFileTypePdf },
  { format: 'docx', Icon: IconFileTypeDocx },
  { format: 'xlsx', Icon: IconFileTypeXls },
  { format: 'svg', Icon: IconVector },
  { format: 'png', Icon: IconPhoto },
  { format: 'bpmn', Icon: IconSitemap },
  { format: 'json', Icon: IconBraces },
] as const;

const paperNames = ['a4', 'f4', 'letter', 'legal'] as const satisfies readonly PaperName[];
const storageKey = 'alur.paper';

/** How long an export waits for my latest edits to reach the server. */
const savePatienceMs = 5000;

/** The files to take home. */
export function ExportMenu() {
  const { t } = useTranslation('shell');
  const [paper, setPaper] = useState(() => toPaperName(localStorage.getItem(storageKey)));
  const { isBusy, download } = useDownload(paper);

  function choosePaper(name: string): void {
    const chosen = toPaperName(name);
    setPaper(chosen);
    localStorage.setItem(storageKey, chosen);
  }

  return (
    <Menu position="bottom-end" width={272}>
      <Menu.Target>
        <Button
          variant="default"
          loading={isBusy}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          className="editorButton"
          aria-label={t('export.button')}
        >
          <span className="editorButtonText">{t('export.button')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" pt={6} pb={8}>
          <Text size="xs" c="dimmed" mb={4}>
            {t('export.paper')}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('export.paper')}
            value={paper}
            onChange={choosePaper}
            data={paperNames.map((name) => ({ value: name, label: t(`export.${name}`) }))}
          />
        </Box>
        <Menu.Divider />
        {formats.map(({ format, Icon }) => (
          <Menu.Item
            key={format}
            leftSection={<Icon size={17} stroke={1.6} aria-hidden="true" />}
            onClick={() => void download(format)}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useDownload(paper: PaperName) {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const { procedureId, connection } = useSession();
  const [isBusy, setBusy] = useState(false);

  function fail(message: string): void {
    notifications.show({ color: 'red', title: t('export.failed'), message, autoClose: 8000 });
  }

  async function download(format: ExportFormat): Promise<void> {
    setBusy(true);
    try {
      if (!(await waitUntilSaved(connection, savePatienceMs))) return fail(tErrors('notSavedYet'));
      const answer = await api.exportFile(procedureId, format, paper);
      const name = parseFileName(answer.headers.get('content-disposition')) ?? `SOP.${format}`;
      saveFile(await answer.blob(), name);
      notifications.show({ message: t('export.done', { name }) });
    } catch (problem) {
      fail(toProblemText(problem, tErrors));
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, download };
}

function toPaperName(name: string | null): PaperName {
  return paperNames.find((known) => known === name && known in papers) ?? 'a4';
}
