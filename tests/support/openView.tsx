import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '#app/app.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Y from 'yjs';
import { id } from '#app/i18n/id.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import type { Role } from '#protocol/roles.ts';
import { type LocalSession, openLocalSession } from '#session/openLocalSession.ts';
import { SessionContext } from '#session/react/hooks.ts';
import { toTheme } from '#ui/theme.ts';

/** A view in the page, over a real session without a server. */
export async function openView(
  view: ReactNode,
  procedure: Procedure,
  role: Role = 'owner',
): Promise<LocalSession> {
  await page.viewport(1280, 860);
  if (!i18next.isInitialized)
    await i18next.use(initReactI18next).init({
      lng: 'id',
      defaultNS: 'common',
      resources: { id },
      interpolation: { escapeValue: false },
    });
  await document.fonts.load('12px Arimo');
  const session = openLocalSession(procedure, { role });
  await render(
    <MantineProvider theme={toTheme({ close: 'Tutup', showPassword: 'Tampilkan' })}>
      <Notifications />
      <SessionContext value={session}>
        <div style={{ position: 'fixed', inset: 0 }}>{view}</div>
      </SessionContext>
    </MantineProvider>,
  );
  return session;
}

/** A second person's document of the same procedure: what one does reaches the other at once. */
export function joinDocument(session: LocalSession): ProcedureDocument {
  const mine = session.document.doc;
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  const join = (from: Y.Doc, to: Y.Doc) =>
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from);
    });
  join(mine, theirs);
  join(theirs, mine);
  return new ProcedureDocument(theirs);
}
