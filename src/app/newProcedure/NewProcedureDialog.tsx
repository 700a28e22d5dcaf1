import { ActionIcon, Group, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '#app/templates/templates.ts';
import { ProcedureForm } from './ProcedureForm.tsx';
import { TemplateGallery } from './TemplateGallery.tsx';
import './newProcedure.css';

export interface NewProcedureDialogProps {
  /** What is shown first: the form, or the templates of which one is chosen for it. */
  readonly at: 'form' | 'gallery';
  /** Begins with a file instead. */
  onImport(): void;
  onClose(): void;
}

/** Asks what a new SOP is about, with nothing or a template to begin with; creates it and opens it. */
export function NewProcedureDialog({ at, onImport, onClose }: NewProcedureDialogProps) {
  const { t } = useTranslation('newProcedure');
  const [part, setPart] = useState(at);
  const [template, setTemplate] = useState<TemplateSummary>();
  const isNarrow = useMediaQuery('(max-width: 40em)') ?? false;
  const pick = (picked: TemplateSummary) => {
    setTemplate(picked);
    setPart('form');
  };
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen={isNarrow}
      size={part === 'gallery' ? 960 : 620}
      title={part === 'gallery' ? <GalleryTitle onBack={() => setPart('form')} /> : t('title')}
    >
      {part === 'gallery' ? (
        <TemplateGallery onPick={pick} />
      ) : (
        <ProcedureForm
          key={template?.path}
          template={template}
          onEmpty={() => setTemplate(undefined)}
          onTemplates={() => setPart('gallery')}
          onImport={onImport}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function GalleryTitle({ onBack }: { onBack(): void }) {
  const { t } = useTranslation('newProcedure');
  return (
    <Group component="span" gap={6} wrap="nowrap">
      <ActionIcon variant="subtle" color="gray" aria-label={t('gallery.back')} onClick={onBack}>
        <IconChevronLeft size={20} aria-hidden="true" />
      </ActionIcon>
      {t('gallery.title')}
    </Group>
  );
}
