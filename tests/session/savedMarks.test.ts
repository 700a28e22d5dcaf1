import { describe, expect, it } from 'vitest';
import { SavedMarks } from '#session/savedMarks.ts';

function openMarks() {
  const sent: number[] = [];
  const marks = new SavedMarks(
    (mark) => sent.push(mark),
    () => {},
  );
  return { marks, sent };
}

describe('SavedMarks', () => {
  it('is not saved before the first exchange, since the device may hold older edits', () => {
    const { marks, sent } = openMarks();
    expect(marks.isSaved).toBe(false);
    expect(marks.hasUnsentEdits).toBe(false);

    marks.noteExchange();
    expect(sent).toEqual([0]);
    marks.noteReturn(0);

    expect(marks.isSaved).toBe(true);
  });

  it('has one mark on its way and sends the next when edits came since', () => {
    const { marks, sent } = openMarks();
    marks.noteExchange();
    marks.noteReturn(0);

    for (let letter = 0; letter < 5; letter += 1) marks.noteChange({ isOwn: true });
    expect(sent).toEqual([0, 1]);
    marks.noteReturn(1);
    expect(marks.isSaved).toBe(false);
    expect(sent).toEqual([0, 1, 5]);
    marks.noteReturn(5);

    expect(marks.isSaved).toBe(true);
    expect(sent).toEqual([0, 1, 5]);
  });

  it('sends no mark while disconnected, and a new one after the next exchange', () => {
    const { marks, sent } = openMarks();
    marks.noteExchange();
    marks.noteReturn(0);

    marks.noteChange({ isOwn: true });
    marks.noteDisconnect();
    marks.noteChange({ isOwn: true });
    expect(sent).toEqual([0, 1]);
    expect(marks.hasUnsentEdits).toBe(true);
    marks.noteExchange();
    marks.noteReturn(2);

    expect(sent).toEqual([0, 1, 2]);
    expect(marks.hasUnsentEdits).toBe(false);
  });

  it('asks the person for nothing because of what the device kept from before', () => {
    const { marks } = openMarks();

    marks.noteChange({ isOwn: false });

    expect(marks.isSaved).toBe(false);
    expect(marks.hasUnsentEdits).toBe(false);
  });
});
