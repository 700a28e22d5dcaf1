import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  SegmentedControl,
  Stack,
} from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useFiles } from './export/filesContext.ts';
import { PictureScale } from './PictureScale.tsx';

interface PictureDialogProps {
  onClose(): void;
}

const kinds = ['png', 'svg'] as const;

/** Pages as pictures, to download or to copy. */
export function PictureDialog({ onClose }: PictureDialogProps) {
  const { t } = useTranslation('files');
  const scenes = useScenes();
  const [kind, setKind] = useState<(typeof kinds)[number]>('png');
  const [page, setPage] = useState<number | 'all'>(scenes.length > 1 ? 'all' : 1);
  const [scale, setScale] = useState(2);
  const [transparent, setTransparent] = useState(false);
  const [embedFonts, setEmbedFonts] = useState(true);
  const { download } = useFiles();
  const scene = scenes[page === 'all' ? 0 : page - 1];
  const save = () => {
    onClose();
    void download(kind, { page, scale, transparent, embedFonts });
  };
  return (
    <Modal opened onClose={onClose} title={t('dialog.title')} size={420}>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label={t('dialog.kind')}
          value={kind}
          onChange={setKind}
          data={kinds.map((each) => ({ value: each, label: t(`dialog.${each}`) }))}
        />
        {scenes.length > 1 && <PageSelect count={scenes.length} page={page} onChange={setPage} />}
        {kind === 'png' ? (
          <PictureScale scale={scale} page={scene} onChange={setScale} />
        ) : (
          <Checkbox
            checked={embedFonts}
            onChange={({ currentTarget }) => setEmbedFonts(currentTarget.checked)}
            label={t('dialog.embedFonts')}
            description={t('dialog.embedFontsHint')}
          />
        )}
        <Checkbox
          checked={transparent}
          onChange={({ currentTarget }) => setTransparent(currentTarget.checked)}
          label={t('dialog.transparent')}
        />
        <Group justify="flex-end" gap="xs">
          {page !== 'all' && scene && <CopyButton scene={scene} onClose={onClose} />}
          <Button
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={save}
            data-autofocus
          >
            {t('dialog.download')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function useScenes(): readonly Scene[] {
  const procedure = useProcedure(toItself);
  return useMemo(() => toScenes(layoutDocument(procedure), procedure), [procedure]);
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}

interface PageSelectProps {
  readonly count: number;
  readonly page: number | 'all';
  readonly onChange: (page: number | 'all') => void;
}

function PageSelect({ count, page, onChange }: PageSelectProps) {
  const { t } = useTranslation('files');
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return (
    <NativeSelect
      label={t('dialog.page')}
      value={`${page}`}
      onChange={({ currentTarget: { value } }) => onChange(value === 'all' ? value : Number(value))}
      data={[
        { value: 'all', label: t('dialog.allPages', { count }) },
        ...numbers.map((number) => ({
          value: `${number}`,
          label: t('dialog.pageNumber', { number }),
        })),
      ]}
    />
  );
}

interface CopyButtonProps {
  readonly scene: Scene;
  onClose(): void;
}

function CopyButton({ scene, onClose }: CopyButtonProps) {
  const { t } = useTranslation('files');
  const { copyPicture } = useFiles();
  const copy = () => {
    onClose();
    void copyPicture(scene);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={16} aria-hidden="true" />}
      onClick={copy}
    >
      {t('dialog.copy')}
    </Button>
  );
}
