import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { type LocalSession, openLocalSession } from '#session/openLocalSession.ts';
import type { Selected } from '#session/session.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { CanvasCommands } from '#views/canvas/CanvasCommands.ts';
import { CanvasState } from '#views/canvas/canvasState.ts';
import { type KeyOutcome, runKey } from '#views/canvas/keymap.ts';

interface Desk {
  readonly session: LocalSession;
  readonly state: CanvasState;
  /** "Ctrl+D", "Alt+ArrowUp", "x" */
  readonly press: (chord: string) => KeyOutcome;
}

function openDesk(...selection: readonly Selected[]): Desk {
  const session = openLocalSession(smallProcedure());
  const state = new CanvasState();
  const commands = new CanvasCommands({
    session,
    state,
    texts: { newActor: (number) => `Pelaksana ${number}` },
    onUnpasted: (why) => {
      throw new RangeError(why);
    },
    onRejected: (code) => {
      throw new RangeError(code);
    },
  });
  session.select(selection);
  const press = (chord: string) => {
    const parts = chord.split('+');
    return runKey(
      {
        key: parts.at(-1) ?? '',
        ctrl: parts.includes('Ctrl'),
        shift: parts.includes('Shift'),
        alt: parts.includes('Alt'),
      },
      {
        session,
        state,
        commands,
        layout: layoutCanvas(session.procedure.get()),
        canEdit: true,
        view: {
          fit: nothing,
          fitSelection: nothing,
          zoomBy: nothing,
          zoomReset: nothing,
          onClipboard: nothing,
          toggleMinimap: nothing,
        },
      },
    );
  };
  return { session, state, press };
}

function nothing(): void {
  // There is no window whose view could move.
}

function stepsOf({ session }: Desk): readonly string[] {
  return session.procedure.get().steps.map(({ activity }) => activity);
}

/** "s1>s2" for each arrow. */
function flowsOf({ session }: Desk): readonly string[] {
  return session.procedure.get().flows.map(({ from, to }) => `${from}>${to}`);
}

const check: Selected = { kind: 'symbol', id: 's2' };
const sign: Selected = { kind: 'symbol', id: 's3' };

describe('runKey', () => {
  it('adds the next step by Enter and opens its text', () => {
    const desk = openDesk(sign);

    expect(desk.press('Enter')).toBe('done');

    expect(stepsOf(desk)).toEqual([
      'Menerima surat',
      'Memeriksa surat',
      'Menandatangani',
      '',
      'Mengarsipkan',
    ]);
    expect(desk.state.get().editing).toMatchObject({ of: 'step', field: 'activity' });
    expect(desk.session.procedure.get().steps[3]?.symbols[0]?.actor).toBe('secretary');
  });

  it('lets a letter through to the text that it opens', () => {
    const desk = openDesk(sign);

    expect(desk.press('x')).toBe('typing');
    expect(desk.state.get().editing).toEqual({ of: 'step', step: 'sign', field: 'activity' });
  });

  it('turns a symbol into a decision and back by D', () => {
    const desk = openDesk(sign);
    const kindOf = () => desk.session.procedure.get().steps[2]?.symbols[0]?.kind;

    desk.press('d');
    expect(kindOf()).toBe('decision');
    desk.press('d');
    expect(kindOf()).toBe('process');
  });

  it('calls the only exit of a new decision Ya, and takes the word back with the decision', () => {
    const desk = openDesk(sign);
    const labelOf = () =>
      desk.session.procedure.get().flows.find(({ from }) => from === 's3')?.label;

    desk.press('d');
    expect(labelOf()).toBe('Ya');
    desk.session.undo();
    expect(desk.session.procedure.get()).toEqual(smallProcedure());
    desk.press('d');
    desk.press('d');
    expect(labelOf()).toBeUndefined();
  });

  it('adds the next step one lane further by Ctrl and an arrow key, and none beyond the last lane', () => {
    const desk = openDesk(sign);

    desk.press('Ctrl+ArrowLeft');
    const [added] = desk.session.procedure.get().steps[3]?.symbols ?? [];
    expect(added?.actor).toBe('head');
    expect(flowsOf(desk)).toContain(`s3>${added?.id}`);
    expect(flowsOf(desk)).toContain(`${added?.id}>s4`);

    desk.session.select([sign]);
    desk.press('Ctrl+ArrowRight');
    expect(stepsOf(desk)).toHaveLength(5);
  });

  it('gives a decision its missing exit by Ctrl+ArrowDown', () => {
    const desk = openDesk(sign);

    desk.press('d');
    desk.press('Ctrl+ArrowDown');

    const added = desk.session.procedure.get().steps[3]?.symbols[0]?.id;
    expect(desk.session.procedure.get().flows).toContainEqual(
      expect.objectContaining({ from: 's3', to: added, label: 'Tidak' }),
    );
  });

  it('moves all selected rows by Alt and an arrow, as one action', () => {
    const desk = openDesk(check, sign);

    desk.press('Alt+ArrowUp');

    expect(stepsOf(desk)).toEqual([
      'Memeriksa surat',
      'Menandatangani',
      'Menerima surat',
      'Mengarsipkan',
    ]);
    desk.session.undo();
    expect(desk.session.procedure.get()).toEqual(smallProcedure());
  });

  it('moves a symbol sideways, and no further than the last lane', () => {
    const desk = openDesk(check);

    desk.press('Alt+ArrowRight');
    desk.press('Alt+ArrowRight');

    expect(desk.session.procedure.get().steps[1]?.symbols[0]?.actor).toBe('secretary');
  });

  it('copies the selected step below itself by Ctrl+D and selects the copy', () => {
    const desk = openDesk(sign);

    desk.press('Ctrl+d');

    const copy = desk.session.procedure.get().steps[3];
    expect(copy?.activity).toBe('Menandatangani');
    expect(desk.session.selection.get()).toEqual([{ kind: 'symbol', id: copy?.symbols[0]?.id }]);
  });

  it('deletes a step with its only symbol, but one of two symbols alone', () => {
    const desk = openDesk(sign);
    desk.session.apply({
      type: 'addSymbol',
      step: 'sign',
      symbol: { id: 'twin', actor: 'head', kind: 'process' },
    });

    desk.press('Delete');
    expect(desk.session.procedure.get().steps[2]?.symbols.map(({ id }) => id)).toEqual(['twin']);

    desk.session.select([{ kind: 'symbol', id: 'twin' }]);
    desk.press('Delete');
    expect(stepsOf(desk)).toEqual(['Menerima surat', 'Memeriksa surat', 'Mengarsipkan']);
  });

  it('deletes an arrow beside the symbol that it leads to', () => {
    const desk = openDesk({ kind: 'flow', id: 'f4' }, { kind: 'symbol', id: 's4' });

    desk.press('Delete');

    expect(desk.session.procedure.get().flows.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
  });

  it('goes round the arrows that leave a symbol by Ctrl, Shift and an arrow key', () => {
    const desk = openDesk(check);
    const selected = () => desk.session.selection.get();

    desk.press('Ctrl+Shift+ArrowDown');
    expect(selected()).toEqual([{ kind: 'flow', id: 'f2' }]);
    desk.press('Ctrl+Shift+ArrowRight');
    expect(selected()).toEqual([{ kind: 'flow', id: 'f3' }]);
    desk.press('Ctrl+Shift+ArrowDown');
    expect(selected()).toEqual([{ kind: 'flow', id: 'f2' }]);
    desk.press('Ctrl+Shift+ArrowUp');
    expect(selected()).toEqual([{ kind: 'flow', id: 'f3' }]);
    desk.session.select([{ kind: 'symbol', id: 's4' }]);
    expect(desk.press('Ctrl+Shift+ArrowDown')).toBe('ignored');
  });

  it('goes to what stands there by the arrows, and along the flow by Tab until its end', () => {
    const desk = openDesk();
    const selected = () => desk.session.selection.get()[0]?.id;

    desk.press('ArrowDown');
    expect(selected()).toBe('s1');
    desk.press('ArrowDown');
    expect(selected()).toBe('s2');
    desk.press('Tab');
    expect(selected()).toBe('s3');
    desk.press('Tab');
    expect(selected()).toBe('s4');
    expect(desk.press('Tab')).toBe('ignored');
    desk.press('Escape');
    expect(selected()).toBeUndefined();
    expect(desk.press('Escape')).toBe('ignored');
  });
});
