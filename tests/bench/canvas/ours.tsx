import '@mantine/core/styles.layer.css';
import '#app/app.css';
import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { id } from '#app/i18n/id.ts';
import { openLocalSession } from '#session/openLocalSession.ts';
import { SessionContext } from '#session/react/hooks.ts';
import { toTheme } from '#ui/theme.ts';
import { Canvas } from '#views/canvas/Canvas.tsx';
import { draggedIndex, toTurnIndex } from './benchPage.ts';
import { longProcedure } from './longProcedure.ts';

const count = Number(new URLSearchParams(location.search).get('n'));
await i18next.use(initReactI18next).init({ lng: 'id', resources: { id } });
const session = openLocalSession(longProcedure(count));
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <MantineProvider theme={toTheme({ close: 'Tutup', showPassword: 'Tampilkan' })}>
      <SessionContext value={session}>
        <Canvas />
      </SessionContext>
    </MantineProvider>,
  );

window.bench = {
  count: () => document.querySelectorAll('[data-symbol]').length,
  target() {
    const box = document.querySelector(`[data-symbol="y${draggedIndex}"]`)?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  },
  view() {
    const { transform } = document.querySelector<HTMLElement>('.react-flow__viewport')?.style ?? {};
    const [x = 0, y = 0, zoom = 1] = (transform?.match(/-?[\d.]+/g) ?? []).map(Number);
    return { x, y, zoom };
  },
  // The page opens in its own view, and the other page takes it over.
  setView: () => undefined,
  type(turn) {
    const step = `s${toTurnIndex(turn, count)}`;
    session.document.apply({
      type: 'spliceText',
      target: { of: 'step', step, field: 'activity' },
      at: 0,
      remove: 0,
      insert: 'a',
    });
  },
  move(turn) {
    const index = toTurnIndex(turn, count);
    const actor = `a${(index + turn) % 6}`;
    session.document.apply({ type: 'moveSymbol', symbol: `y${index}`, step: `s${index}`, actor });
  },
};
