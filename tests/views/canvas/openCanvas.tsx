import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '#app/app.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Y from 'yjs';
import { id } from '#app/i18n/id.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Role } from '#protocol/roles.ts';
import { type LocalSession, openLocalSession } from '#session/openLocalSession.ts';
import { SessionContext } from '#session/react/hooks.ts';
import { toTheme } from '#ui/theme.ts';
import { Canvas } from '#views/canvas/Canvas.tsx';

/** A canvas in the page, over a real session without a server. */
export async function openCanvas(
  procedure: Procedure,
  role: Role = 'owner',
): Promise<LocalSession> {
  // No test sees the view that another one left.
  localStorage.removeItem('alur.canvasViews');
  await page.viewport(1280, 860);
  if (!i18next.isInitialized)
    await i18next.use(initReactI18next).init({
      lng: 'id',
      defaultNS: 'common',
      resources: { id },
      interpolation: { escapeValue: false },
    });
  const session = openLocalSession(procedure, { role });
  await render(
    <MantineProvider theme={toTheme({ close: 'Tutup', showPassword: 'Tampilkan' })}>
      <Notifications />
      <SessionContext value={session}>
        <div style={{ position: 'fixed', inset: 0 }}>
          <Canvas />
        </div>
      </SessionContext>
    </MantineProvider>,
  );
  // The sheet jumps to its place once the window's size is known.
  await expect.poll(isFitted).toBe(true);
  return session;
}

function isFitted(): boolean {
  const view = document.querySelector<HTMLElement>('.react-flow__viewport');
  return view !== null && !view.style.transform.startsWith('translate(0px, 0px)');
}

/** Budi at the same procedure: what one does, and where Budi is, reaches the other at once. */
export function joinSession(session: LocalSession): LocalSession {
  const other = openLocalSession(emptyProcedure());
  const [mine, theirs] = [session.document.doc, other.document.doc];
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  const join = (from: Y.Doc, to: Y.Doc) =>
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from);
    });
  join(mine, theirs);
  join(theirs, mine);
  other.presence.subscribe(() =>
    session.peers.set([
      {
        clientId: 7,
        userId: 'budi',
        name: 'Budi',
        color: 'rgb(180, 60, 20)',
        ...other.presence.get(),
      },
    ]),
  );
  return other;
}
