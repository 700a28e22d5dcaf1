import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './KeyHelp.css';

export interface KeyHelpProps {
  readonly seat: 'presenter' | 'follower';
  onClose(): void;
}

const lines = [
  { text: 'next', keys: ['→', '↓', 'space', 'PageDown'] },
  { text: 'back', keys: ['←', '↑', 'PageUp'] },
  { text: 'choose', keys: ['1', '2', '3 …'] },
  { text: 'ends', keys: ['Home', 'End'] },
  { text: 'overview', keys: ['O', 'Esc'] },
  { text: 'views', keys: ['K', 'T'] },
  { text: 'zoom', keys: ['+', '−', '0'] },
  { text: 'point', keys: ['P', 'S'], isPresenter: true },
  { text: 'covers', keys: ['B', 'W'], isPresenter: true },
  { text: 'notes', keys: ['N'], isPresenter: true },
  { text: 'fullscreen', keys: ['F'] },
  { text: 'help', keys: ['?'] },
] as const;

/** What the keys and the clicker do. */
export function KeyHelp({ seat, onClose }: KeyHelpProps) {
  const { t } = useTranslation('presentation');
  const own = lines.filter((line) => seat === 'presenter' || !('isPresenter' in line));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.title')}
      size="auto"
      styles={{ title: { fontSize: 'calc(34 * var(--u))' } }}
      withinPortal={false}
    >
      <dl className="presentKeys">
        {own.map(({ text, keys }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key === 'space' ? t('keys.space') : key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
