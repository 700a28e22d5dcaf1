import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { RefusedSession } from '#app/editor/RefusedSession.tsx';
import { MeContext } from '#app/me.ts';
import type { Myself } from '#protocol/api.ts';
import { noteUnsent, toCopyName } from '#session/deviceCopies.ts';
import type { RefusalReason } from '#session/session.ts';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const me: Myself = { id: 'ani', name: 'Ani', email: 'ani@kpu.test', isAdmin: false, duty: null };
const copy = toCopyName(me.id, 'local');

describe('RefusedSession', () => {
  afterEach(() => localStorage.removeItem(copy));

  async function open(reason: RefusalReason): Promise<void> {
    noteUnsent(copy, 2);
    await openView(
      <MeContext value={{ me, signOut: () => undefined }}>
        <RefusedSession reason={reason} onDiscard={() => undefined} />
      </MeContext>,
      smallProcedure(),
    );
  }
  const download = page.getByRole('button', { name: 'Unduh salinan' });

  it('lets unsent edits be taken along when the access is lost', async () => {
    await open('forbidden');

    await expect.element(download).toBeVisible();
  });

  it('leaves unsent edits to the newer page that can read them', async () => {
    await open('newer-format');

    await expect.element(page.getByRole('button', { name: 'Muat ulang' })).toBeVisible();
    await expect.element(download).not.toBeInTheDocument();
  });
});
