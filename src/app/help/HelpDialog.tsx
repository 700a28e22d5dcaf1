import { Button, Group, Kbd, Modal, TextInput, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter, IconRoute, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { useCommandName } from '#ui/commands/useCommandName.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { rankEntries } from '#ui/finder/rankEntries.ts';
import { useHelp } from './helpContext.ts';
import { type KeyLine, type KeySection, toKeySections } from './keySections.ts';
import './help.css';

export interface HelpDialogProps {
  onClose(): void;
}

/** Every key of the application, searched by what it does or by itself; to print, and to take the tour again. */
export function HelpDialog({ onClose }: HelpDialogProps) {
  const { t } = useTranslation('help');
  const [typed, setTyped] = useState('');
  const isNarrow = useMediaQuery('(max-width: 40em)') ?? false;
  const sections = useKeySections(typed);
  return (
    <Modal opened onClose={onClose} title={t('title')} size={980} fullScreen={isNarrow}>
      <div className="helpSheet">
        <Group gap="sm" className="helpTools" wrap="nowrap">
          <TextInput
            type="search"
            className="helpSearch"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          <TourButton onStart={onClose} />
          <Button
            variant="default"
            className="helpPrint"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </Group>
        {sections.length === 0 ? (
          <EmptyState title={t('none')} text={t('noneText')} />
        ) : (
          <div className="helpSections">
            {sections.map((section) => (
              <SectionKeys key={section.title} section={section} />
            ))}
          </div>
        )}
        <p className="helpNote">{t('note')}</p>
      </div>
    </Modal>
  );
}

/** The sections that have something of what was typed. */
function useKeySections(typed: string): readonly KeySection[] {
  const nameOf = useCommandName();
  const all = useMemo(() => toKeySections(nameOf), [nameOf]);
  return all
    .map(({ title, lines }) => ({ title, lines: rankEntries(lines, typed) }))
    .filter(({ lines }) => lines.length > 0);
}

/** The tour draws in an open SOP, so that it is offered there alone. */
function TourButton({ onStart }: { onStart(): void }) {
  const { t } = useTranslation('help');
  const { setTouring } = useHelp();
  const [isInEditor] = useRoute('/prosedur/:id');
  if (!isInEditor) return null;
  return (
    <Button
      variant="light"
      className="helpTour"
      leftSection={<IconRoute size={16} aria-hidden="true" />}
      onClick={() => {
        setTouring(true);
        onStart();
      }}
    >
      {t('tour.again')}
    </Button>
  );
}

function SectionKeys({ section }: { readonly section: KeySection }) {
  return (
    <section className="helpSection">
      <Title order={3} size="h5">
        {section.title}
      </Title>
      <dl>
        {section.lines.map((line) => (
          <div key={line.id} className="helpLine">
            <dt>{line.label}</dt>
            <dd>
              <Chords chords={line.chords} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Chords({ chords }: Pick<KeyLine, 'chords'>) {
  return chords.map((caps) => (
    <span key={caps.join('+')} className="helpChord">
      {caps.map((cap) => (
        <Kbd key={cap} size="sm">
          {cap}
        </Kbd>
      ))}
    </span>
  ));
}
