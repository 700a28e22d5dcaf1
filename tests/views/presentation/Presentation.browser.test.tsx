import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { applyCommand } from '#core/presentation/presentationCommand.ts';
import { newPresentation, type PresentationState } from '#core/presentation/presentationState.ts';
import { foldSuggestions } from '#core/suggestions/foldSuggestions.ts';
import { toPins } from '#core/suggestions/pins.ts';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { noteTarget } from '#core/suggestions/targets.ts';
import type { LocalSession } from '#session/openLocalSession.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { type PinBoard, PinContext, type PinSource } from '#session/react/pinBoard.ts';
import { ValueStore } from '#session/valueStore.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';
import { openView } from '#tests/support/openView.tsx';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { entryBy, suggest, taken } from '#tests/support/suggesting.ts';
import type { PresentationAgenda } from '#views/presentation/agenda.ts';
import { Presentation, type PresentationProps } from '#views/presentation/Presentation.tsx';

let shown: PresentationState | undefined;

describe('Presentation', () => {
  it('chooses an exit by its number, and lists every step to go to', async () => {
    await open(smallProcedure());
    await userEvent.keyboard('{PageDown}{PageDown}2');
    expect(shown?.trail).toEqual(['receive', 'check', 'receive']);

    await userEvent.keyboard('o');
    await expect.element(page.getByRole('button', { name: /^Langkah 1/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');

    expect(shown?.station).toEqual({ at: 'step', step: 'sign' });
    expect(shown?.mode).toBe('step');
  });

  it('points where the mouse is, and keeps the place when it zooms', async () => {
    await open(smallProcedure());
    await userEvent.keyboard('{PageDown}p');
    const sheet = page.getByRole('img', { name: 'Bagan alir' });
    await sheet.hover({ position: { x: 100, y: 100 } });
    await expect.poll(() => shown?.pointer).not.toBeNull();

    await userEvent.keyboard('+');
    await expect.poll(() => shown?.view?.span).toBeGreaterThan(0);
    await userEvent.keyboard('0');
    expect(shown?.view).toBeNull();
  });

  it('shows the real page at the row of the step', async () => {
    await open(smallProcedure());
    await userEvent.keyboard('{PageDown}t');

    await expect.element(page.getByRole('img', { name: 'Halaman cetak' })).toBeVisible();
    expect(document.querySelectorAll('.presentRow')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    expect(shown?.mode).toBe('step');
  });

  it('has a defined way for boxes done together, and for an SOP without steps', async () => {
    await open(gridProcedure('AB', 'A1! > A2; A2 = B2; A2 > A3!'));
    await userEvent.keyboard('{PageDown}{PageDown}');
    await expect.element(page.getByText('Dikerjakan bersama')).toBeVisible();

    await open(emptyProcedure('Kosong'));
    await userEvent.keyboard('o');
    await expect.element(page.getByText(/belum memiliki langkah/)).toBeVisible();
    await userEvent.keyboard('{Escape}{PageDown}{PageDown}');
    expect(shown?.station).toEqual({ at: 'closing' });
  });

  it('goes on to the next SOP of the agenda behind the closing', async () => {
    const gone: string[] = [];
    const item = (id: string, title: string) => ({ id, title, presenter: 'Budi', minutes: 15 });
    const items = [item('one', 'Surat masuk'), item('two', 'Surat keluar')];
    await open(smallProcedure(), 'presenter', {
      items,
      current: 'one',
      onGo: (id) => gone.push(id),
    });
    await expect.element(page.getByText('SOP 1 dari 2')).toBeVisible();
    await expect.element(page.getByText('Budi, 15 menit')).toBeVisible();

    await userEvent.keyboard('{End}');
    await expect.element(page.getByText('Berikutnya: Surat keluar')).toBeVisible();
    await userEvent.keyboard('{PageDown}');

    expect(gone).toEqual(['two']);
  });

  it('goes on where a step led that somebody deletes, and back past it', async () => {
    const session = await open(smallProcedure());
    await userEvent.keyboard('{PageDown}{PageDown}');

    session.apply({ type: 'removeStep', step: 'check' });
    await expect.poll(() => shown?.station).toEqual({ at: 'step', step: 'sign' });

    await userEvent.keyboard('{PageUp}');
    expect(shown?.station).toEqual({ at: 'step', step: 'receive' });
  });

  it('flags what is suggested about the step, large enough for the room, one press from its text', async () => {
    const picked: string[] = [];
    await open(smallProcedure(), 'follower', undefined, {
      board: toBoard(
        { of: 'step', step: 'check' },
        { of: 'symbol', symbol: 's1' },
        { of: 'identity', field: 'title' },
      ),
      onPick: (suggestion) => picked.push(suggestion),
    });
    await page.viewport(1920, 1080);
    await page.getByRole('button', { name: 'Saran 3', exact: true }).click();
    await userEvent.keyboard('{PageDown}{PageDown}');

    // On the card of the step, and on the drawing.
    const flags = page.getByRole('button', { name: 'Saran 1', exact: true });
    await expect.poll(() => flags.elements().length).toBe(2);
    for (const flag of document.querySelectorAll('.pinMark'))
      expect(Number.parseFloat(getComputedStyle(flag).fontSize)).toBeGreaterThanOrEqual(28);
    await flags.first().click();
    await userEvent.keyboard('t');
    await page.getByRole('button', { name: 'Saran 2', exact: true }).click();

    expect(picked).toEqual(['a3', 'a1', 'a2']);
  });

  it('lets a follower neither point nor pause', async () => {
    await open(smallProcedure(), 'follower');
    await userEvent.keyboard('{PageDown}bps');

    expect(shown).toMatchObject({ screen: 'lit', pointer: null, isSpotlight: false });
    expect(page.getByRole('button', { name: 'Layar hitam' }).query()).toBeNull();
  });
});

async function open(
  procedure: Procedure,
  seat: PresentationProps['seat'] = 'presenter',
  agenda?: PresentationAgenda,
  pins?: PinSource,
): Promise<LocalSession> {
  shown = undefined;
  return openView(
    <PinContext value={pins}>
      <Presenting seat={seat} agenda={agenda} />
    </PinContext>,
    procedure,
  );
}

/** Open suggestions about these parts of `smallProcedure`: `a1`, `a2`, … */
function toBoard(...targets: readonly SuggestionTarget[]): PinSource['board'] {
  const entries = targets.map((target, index) => {
    const edit = suggest('Perbaiki', { target, place: noteTarget(smallProcedure(), target) });
    return taken(`a${index + 1}`, entryBy('dewi', edit), index + 1);
  });
  return new ValueStore<PinBoard>({
    pins: toPins(foldSuggestions(entries).list, smallProcedure()),
    picked: null,
    nameNumbers: (numbers) => `Saran ${numbers.join(', ')}`,
  });
}

function Presenting({ seat, agenda }: Pick<PresentationProps, 'seat' | 'agenda'>) {
  const procedure = useProcedure((all) => all);
  const [state, setState] = useState(() => newPresentation('local', Date.now()));
  shown = state;
  return (
    <Presentation
      procedure={procedure}
      state={state}
      seat={seat}
      agenda={agenda}
      onCommand={(command) => setState((last) => applyCommand(procedure, last, command))}
    />
  );
}
