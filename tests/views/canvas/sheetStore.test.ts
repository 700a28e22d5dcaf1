import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { type LocalSession, openLocalSession } from '#session/openLocalSession.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { SheetStore } from '#views/canvas/sheetStore.ts';

interface Desk {
  readonly session: LocalSession;
  readonly sheet: SheetStore;
  /** Paints the next frame, if one was asked for. */
  readonly paint: () => void;
}

function openDesk(): Desk {
  const session = openLocalSession(smallProcedure());
  const frames: (() => void)[] = [];
  const sheet = new SheetStore({
    procedure: session.procedure,
    toLayout: layoutCanvas,
    onFrame: (draw) => frames.push(draw),
  });
  const paint = () => {
    for (const draw of frames.splice(0)) draw();
  };
  return { session, sheet, paint };
}

function type(session: LocalSession, insert: string): void {
  const target = { of: 'step', step: 'sign', field: 'activity' } as const;
  session.apply({ type: 'spliceText', target, at: 0, remove: 0, insert });
}

describe('SheetStore', () => {
  it('gives only the symbol whose text changed a new box and new facts', () => {
    const { session, sheet } = openDesk();
    const before = sheet.get();

    type(session, 'a');
    const after = sheet.get();

    const changed = after.symbolIds.filter(
      (id) => after.symbols.get(id) !== before.symbols.get(id),
    );
    const renamed = after.symbolIds.filter(
      (id) => after.symbolFacts.get(id) !== before.symbolFacts.get(id),
    );
    expect(changed).toEqual(['s3']);
    expect(renamed).toEqual(['s3']);
    expect(after.symbolIds).toBe(before.symbolIds);
    expect(after.layout.rows).toBe(before.layout.rows);
    expect(after.layout.connectors).toBe(before.layout.connectors);
  });

  it('tells its listeners once a frame, and shows the newest at once to whoever asks', () => {
    const { session, sheet, paint } = openDesk();
    let told = 0;
    const unsubscribe = sheet.subscribe(() => {
      told += 1;
    });

    type(session, 'a');
    type(session, 'b');
    expect(told).toBe(0);
    expect(sheet.get().symbolFacts.get('s3')?.step.activity).toBe('baMenandatangani');
    paint();
    expect(told).toBe(1);

    unsubscribe();
    type(session, 'c');
    paint();
    expect(told).toBe(1);
  });
});
